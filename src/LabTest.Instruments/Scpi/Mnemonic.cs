namespace LabTest.Instruments.Scpi;

/// <summary>
/// A keyword as a manual prints it: <c>VOLTage</c> has the short form <c>VOLT</c> and the long form <c>VOLTAGE</c>, and no other
/// (SCPI-99, volume 1, section 6.2.1). A word without capitals is its own only form.
/// </summary>
internal readonly record struct Mnemonic(string Short, string Long)
{
    public static Mnemonic Parse(string printed)
    {
        var length = 0;
        while (length < printed.Length && !char.IsAsciiLetterLower(printed[length]))
            length++;
        var rest = printed.AsSpan(length);
        var isPrinted = length > 0 && rest.IndexOfAnyInRange('A', 'Z') < 0;
        var whole = printed.ToUpperInvariant();
        return new Mnemonic(isPrinted ? printed[..length] : whole, whole);
    }

    /// <summary>Both forms, or the one where they are the same.</summary>
    public IEnumerable<string> Forms => Short == Long ? [Short] : [Short, Long];

    /// <summary>Whether a received word is one of the forms, in any case.</summary>
    public bool Matches(string received) =>
        string.Equals(received, Short, StringComparison.OrdinalIgnoreCase) || string.Equals(received, Long, StringComparison.OrdinalIgnoreCase);
}
