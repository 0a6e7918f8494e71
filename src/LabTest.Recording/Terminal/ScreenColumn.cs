namespace LabTest.Recording.Terminal;

/// <summary>A column of a table in a terminal.</summary>
/// <param name="Heading">What stands above it.</param>
internal sealed record ScreenColumn(string Heading)
{
    /// <summary>Whether it may wrap at spaces where the terminal is narrow.</summary>
    public bool MayWrap { get; init; }

    /// <summary>When it is dropped where the terminal is narrow: the highest goes first; null stays.</summary>
    public int? Drop { get; init; }

    /// <summary>How far long names in it may be cut, with …, before other columns are dropped; null where they stay whole.</summary>
    public int? Least { get; init; }

    public bool IsNumber { get; init; }
}
