using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Storage;

/// <summary>A piece of metadata read from a file.</summary>
internal readonly struct Block(byte[] bytes, FormatSizes sizes, BlockOrigin origin)
{
    public byte[] Bytes => bytes;

    public BlockOrigin Origin => origin;

    public ByteReader Reader() => new(bytes, sizes, origin);

    public ByteReader Reader(int start, int count) => new(bytes.AsSpan(start, count), sizes, origin);
}
