namespace LabTest.Recording.Journal;

/// <summary>An action was done.</summary>
/// <param name="Alias">The instrument.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Action">The action.</param>
internal sealed record ActionDone(string Alias, string? Channel, string Action) : JournalEvent
{
    /// <summary>How it is known that the instrument is safe, as in <see cref="SafeStateRecord.Sign"/>; null for what makes nothing safe.</summary>
    public string? Sign { get; init; }
}
