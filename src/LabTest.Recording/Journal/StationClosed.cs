namespace LabTest.Recording.Journal;

/// <summary>The station was made safe and closed, or could not be opened.</summary>
/// <param name="Failures">What could not be made safe, and what the instruments' error queues held.</param>
internal sealed record StationClosed(IReadOnlyList<string> Failures) : JournalEvent
{
    /// <summary>How each instrument was left; empty in journals of before.</summary>
    public IReadOnlyList<SafeStateRecord> Instruments { get => field ?? []; init; }

    /// <summary>The station that could not be opened; null for one that was, of which the journal says more before.</summary>
    public string? Station { get; init; }
}
