namespace LabTest.Recording.Journal;

/// <summary>A row of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">Which row, from 0.</param>
/// <param name="Values">The values, in the order of the columns.</param>
internal sealed record TableRowTaken(string Table, int Index, IReadOnlyList<double> Values) : JournalEvent;
