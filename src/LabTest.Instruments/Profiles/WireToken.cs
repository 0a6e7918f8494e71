using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>What is sent for an option: a keyword as the manual prints it (<c>POSitive</c>), or a text as it stands (<c>"VOLT:AC"</c>).</summary>
internal sealed record WireToken
{
    private readonly string[] _forms;
    private readonly double? _number;

    public WireToken(string printed)
    {
        var isKeyword = printed.Length > 0 && printed.All(char.IsAsciiLetter);
        var mnemonic = Mnemonic.Parse(printed);
        Text = isKeyword ? mnemonic.Short : printed;
        _forms = isKeyword ? [.. mnemonic.Forms] : [Unquoted(printed)];
        _number = NumericAnswer.TryTake(printed, out var number, out var length) && length == printed.Length ? number : null;
    }

    /// <summary>What is sent.</summary>
    public string Text { get; }

    /// <summary>Whether a received text means this: in either form, in any case, with quotes or without.</summary>
    public bool Matches(string received) => Array.Exists(_forms, f => string.Equals(f, Unquoted(received), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a received text is the same number: <c>+7.0</c> for <c>7</c>.</summary>
    public bool MatchesNumber(string received) =>
        _number is { } number && NumericAnswer.TryTake(received, out var other, out var length) && length == received.Length && Math.Abs(number - other) <= 1e-9 * Math.Abs(number);

    /// <summary>
    /// Whether a received text is the long form where only the short one is printed: VOLTAGE:AC for <c>VOLT:AC</c>. The short form of a word is its
    /// first four letters, or three where the fourth is a vowel (SCPI-99, volume 1, section 6.2.1).
    /// </summary>
    public bool MatchesLong(string received) => _forms is [var printed] && Shortened(Unquoted(received)).Equals(printed, StringComparison.OrdinalIgnoreCase);

    private static string Shortened(string text) => string.Join(':', text.Split(':').Select(static word =>
        word.Length <= 4 || !word.All(char.IsAsciiLetter) ? word : word[..("AEIOUaeiou".Contains(word[3]) ? 3 : 4)]));

    private static string Unquoted(string text) =>
        text.Length >= 2 && text[0] == text[^1] && text[0] is '"' or '\'' ? text[1..^1] : text;
}
