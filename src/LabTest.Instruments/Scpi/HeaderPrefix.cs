namespace LabTest.Instruments.Scpi;

/// <summary>The beginning of headers: it fits a header and those that go on from it; one with a question mark only the query.</summary>
internal sealed class HeaderPrefix(HeaderPattern pattern)
{
    private readonly string[] _spellings = [.. pattern.AllSpellings()];

    /// <summary>Whether a header in capitals without suffixes begins so.</summary>
    public bool Fits(string spelling)
    {
        foreach (var own in _spellings)
        {
            if (spelling.StartsWith(own, StringComparison.Ordinal) && (spelling.Length == own.Length || (!pattern.IsQuery && spelling[own.Length] is ':' or '?')))
                return true;
        }

        return false;
    }

    /// <summary>Whether any form of a header begins so.</summary>
    public bool Fits(HeaderPattern header) => header.AllSpellings().Any(Fits);
}
