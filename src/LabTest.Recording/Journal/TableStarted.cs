namespace LabTest.Recording.Journal;

/// <summary>A scan begins to fill a table.</summary>
/// <param name="Test">The number of the start of its test.</param>
/// <param name="Table">Its name in the record.</param>
/// <param name="Plan">What fills it.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record TableStarted(long? Test, string Table, string Plan, IReadOnlyList<ColumnRecord> Columns) : JournalEvent;
