namespace LabTest.Hdf5;

/// <summary>A link of a group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TargetPath">Of a soft or external link: the path that it leads to.</param>
/// <param name="TargetFile">Of an external link: the other file, relative to the folder of this one.</param>
public sealed record Hdf5Link(string Name, Hdf5LinkKind Kind, string? TargetPath = null, string? TargetFile = null);
