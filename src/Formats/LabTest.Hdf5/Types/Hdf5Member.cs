namespace LabTest.Hdf5;

/// <summary>A field of a compound type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Where it begins in the element, in bytes.</param>
/// <param name="Type">Its type.</param>
public sealed record Hdf5Member(string Name, int Offset, Hdf5Type Type);
