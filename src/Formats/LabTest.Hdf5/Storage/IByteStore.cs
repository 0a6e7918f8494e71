namespace LabTest.Hdf5.Storage;

/// <summary>The bytes of a file. Every <see cref="Write"/> is handed to the operating system before it returns, in the order of the calls.</summary>
internal interface IByteStore : IDisposable
{
    /// <summary>The path, for messages.</summary>
    string Name { get; }

    long Length { get; }

    /// <summary>Fills the destination; gives how many bytes there were before the end of the file.</summary>
    int Read(long offset, Span<byte> destination);

    /// <summary>Maps a piece into memory for reading; null where the store cannot.</summary>
    IByteMap? Map(long offset, long length);

    void Write(long offset, ReadOnlySpan<byte> bytes);

    void SetLength(long length);

    /// <summary>Returns when all writes before it are on the medium.</summary>
    void Sync();
}
