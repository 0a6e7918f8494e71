namespace LabTest.Hdf5;

/// <summary>A part of a virtual dataset and the elements of another dataset that appear there.</summary>
/// <param name="File">The other file, relative to the folder of the virtual dataset's, or absolute; "." is the same file.</param>
/// <param name="Dataset">The path of the dataset in it.</param>
/// <param name="Source">Which of its elements.</param>
/// <param name="Target">Where they appear; of the same extents as <paramref name="Source"/>, but for extents of 1.</param>
public sealed record Hdf5VirtualSource(string File, string Dataset, Hdf5Hyperslab Source, Hdf5Hyperslab Target);
