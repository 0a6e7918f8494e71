namespace LabTest.Recording.Journal;

/// <summary>The station was made safe and closed.</summary>
/// <param name="Failures">What could not be made safe.</param>
internal sealed record StationClosed(IReadOnlyList<string> Failures) : JournalEvent;
