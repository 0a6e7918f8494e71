namespace LabTest.Recording.Journal;

/// <summary>A command was sent past all checks.</summary>
/// <param name="Alias">The instrument.</param>
/// <param name="Command">The command.</param>
internal sealed record UncheckedWrite(string Alias, string Command) : JournalEvent;
