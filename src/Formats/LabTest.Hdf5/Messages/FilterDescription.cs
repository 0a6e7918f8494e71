namespace LabTest.Hdf5.Messages;

/// <summary>A filter of a pipeline: its registered number, name and parameters.</summary>
internal sealed record FilterDescription(int Id, string Name, bool IsOptional, uint[] Values);
