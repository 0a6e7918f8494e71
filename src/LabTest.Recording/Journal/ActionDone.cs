namespace LabTest.Recording.Journal;

/// <summary>An action was done.</summary>
/// <param name="Alias">The instrument.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Action">The action.</param>
internal sealed record ActionDone(string Alias, string? Channel, string Action) : JournalEvent;
