namespace LabTest.Hdf5;

/// <summary>A reference to a group, dataset or committed type of the same file; the default value points nowhere.</summary>
/// <param name="Address">The address of the object's header in the file; 0 points nowhere.</param>
public readonly record struct Hdf5Reference(long Address);
