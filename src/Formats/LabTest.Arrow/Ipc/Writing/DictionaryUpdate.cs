namespace LabTest.Arrow.Ipc.Writing;

/// <summary>A dictionary to be written before a batch.</summary>
/// <param name="Column">The column that uses it.</param>
/// <param name="Values">All of its values, or those that are new.</param>
/// <param name="IsDelta">Whether they follow those written before.</param>
internal readonly record struct DictionaryUpdate(ColumnPlan Column, ArrayData Values, bool IsDelta);
