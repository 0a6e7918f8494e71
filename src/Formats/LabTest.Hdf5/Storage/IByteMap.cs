namespace LabTest.Hdf5.Storage;

/// <summary>A piece of a file in the address space of the process.</summary>
internal interface IByteMap : IDisposable
{
    long Length { get; }

    void Read(long offset, Span<byte> destination);
}
