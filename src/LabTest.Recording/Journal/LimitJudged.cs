namespace LabTest.Recording.Journal;

/// <summary>A measurement was held against a limit.</summary>
/// <param name="Test">The number of the start of its test.</param>
/// <param name="Measurement">The number of the measurement.</param>
/// <param name="Name">The name of the measurement.</param>
/// <param name="Kind">range, text, flag or golden.</param>
/// <param name="Lower">The lowest allowed value.</param>
/// <param name="Upper">The highest allowed value.</param>
/// <param name="MarginalLower">Below this it is marginal.</param>
/// <param name="MarginalUpper">Above this it is marginal.</param>
/// <param name="Unit">What the numbers of the limit count.</param>
/// <param name="Expected">The expected text, yes or no, or the name of the golden file.</param>
/// <param name="Least">The least of the values that were held against it, where there are several.</param>
/// <param name="Most">The most of them.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Description">The limit in words.</param>
internal sealed record LimitJudged(
    long? Test,
    long Measurement,
    string Name,
    string Kind,
    double? Lower,
    double? Upper,
    double? MarginalLower,
    double? MarginalUpper,
    string Unit,
    string? Expected,
    double? Least,
    double? Most,
    Verdict Verdict,
    string Description) : JournalEvent;
