namespace LabTest.Hdf5.Storage;

/// <summary>A piece of a file.</summary>
internal readonly record struct Extent(long Address, long Size)
{
    public long End => Address + Size;
}
