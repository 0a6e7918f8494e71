namespace LabTest.Recording.Journal;

/// <summary>The values of all settings, read from the instruments.</summary>
/// <param name="Settings">The values, by path.</param>
internal sealed record SettingsRead(IReadOnlyDictionary<string, string> Settings) : JournalEvent;
