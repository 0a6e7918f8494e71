using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>A measurement and what was asserted of it.</summary>
internal sealed class MeasurementSummary(MeasurementTaken taken)
{
    public MeasurementTaken Taken { get; } = taken;

    public List<LimitJudged> Limits { get; } = [];

    /// <summary>The worst of its limits; Recorded where none was held against it.</summary>
    public Verdict Verdict => Limits.Select(l => l.Verdict).Append(Verdict.Recorded).Worst();
}
