namespace LabTest.Hdf5.Binary;

/// <summary>Addresses in a file, relative to its base address.</summary>
internal static class FileAddress
{
    /// <summary>"Not allocated": all bits set in the file.</summary>
    public const long Undefined = -1;
}
