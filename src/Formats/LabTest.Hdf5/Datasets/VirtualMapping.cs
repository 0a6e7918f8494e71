namespace LabTest.Hdf5.Datasets;

/// <summary>A mapping of a virtual dataset as read: a selection that is null takes all.</summary>
internal sealed record VirtualMapping(string File, string Dataset, Hdf5Hyperslab? Source, Hdf5Hyperslab? Target);
