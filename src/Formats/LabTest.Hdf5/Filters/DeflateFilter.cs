using System.IO.Compression;

namespace LabTest.Hdf5.Filters;

/// <summary>Filter 1: deflate in the zlib format.</summary>
internal sealed class DeflateFilter(int level) : ChunkFilter
{
    public const int Id = 1;

    /// <summary>The most that deflate can shrink anything by.</summary>
    public const int LargestRatio = 1032;

    // .NET's zlib is zlib-ng, whose level 1 compresses less than zlib's; its level 2 compresses more, and still faster.
    private readonly ZLibCompressionOptions _options = new() { CompressionLevel = level == 1 ? 2 : level };

    public override PooledBytes? Encode(ReadOnlySpan<byte> input)
    {
        var output = new PooledBytes(input.Length);
        var target = new BoundedStream(output, input.Length - 1);
        using (var deflate = new ZLibStream(target, _options, leaveOpen: true))
            deflate.Write(input);

        if (!target.IsFull)
            return output;
        output.Dispose();
        return null;        // it would not become smaller
    }

    public override PooledBytes Decode(PooledBytes input, int limit)
    {
        using (input)
        {
            var output = new PooledBytes((int)Math.Min(limit, (long)input.Length * LargestRatio));
            try
            {
                Inflate(input, output, limit);
                return output;
            }
            catch (Exception e)
            {
                output.Dispose();

                // All streams are in memory, so that it is zlib that complains of its input.
                if (e is IOException)
                    throw new InvalidDataException($"it cannot be inflated: {e.Message}", e);
                throw;
            }
        }
    }

    private static void Inflate(PooledBytes input, PooledBytes output, int limit)
    {
        using var inflate = new ZLibStream(new MemoryStream(input.Array, 0, input.Length, writable: false), CompressionMode.Decompress);
        while (true)
        {
            var room = Math.Min(output.Array.Length, limit) - output.Length;
            var read = room == 0 ? 0 : inflate.Read(output.Array, output.Length, room);
            if (read == 0)
                break;
            output.Length += read;
        }

        if (output.Length == limit && inflate.ReadByte() >= 0)
            throw new InvalidDataException($"it inflates to more than {limit} bytes");
    }
}
