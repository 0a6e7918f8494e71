using System.Buffers.Binary;

namespace LabTest.Hdf5.Filters;

/// <summary>Filter 3: Fletcher's checksum over big-endian 16-bit words, stored behind the chunk.</summary>
internal sealed class Fletcher32Filter : ChunkFilter
{
    public const int Id = 3;

    private const int ChecksumSize = 4;

    public override int Growth => ChecksumSize;

    public override PooledBytes Encode(ReadOnlySpan<byte> input)
    {
        var output = new PooledBytes(input.Length + ChecksumSize, input.Length + ChecksumSize);
        input.CopyTo(output.Span);
        BinaryPrimitives.WriteUInt32LittleEndian(output.Span[input.Length..], Checksum(input));
        return output;
    }

    public override PooledBytes Decode(PooledBytes input, int limit)
    {
        if (input.Length < ChecksumSize)
            throw new InvalidDataException("it is too short for its checksum");
        var length = input.Length - ChecksumSize;
        var stored = BinaryPrimitives.ReadUInt32LittleEndian(input.Span[length..]);
        var computed = Checksum(input.Span[..length]);
        if (stored != computed && stored != SwapInWords(computed))
            throw new InvalidDataException($"its checksum is 0x{computed:x8} where 0x{stored:x8} is stored");
        input.Length = length;
        return input;
    }

    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        const int Block = 360;      // as many words as 32-bit sums take without overflow
        uint first = 0, second = 0;
        while (bytes.Length >= 2)
        {
            var words = Math.Min(bytes.Length / 2, Block);
            for (var i = 0; i < words; i++)
            {
                first += BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]);
                second += first;
            }

            first = (first & 0xffff) + (first >> 16);
            second = (second & 0xffff) + (second >> 16);
            bytes = bytes[(2 * words)..];
        }

        if (bytes.Length == 1)
        {
            first += (uint)bytes[0] << 8;
            second += first;
            first = (first & 0xffff) + (first >> 16);
            second = (second & 0xffff) + (second >> 16);
        }

        first = (first & 0xffff) + (first >> 16);
        second = (second & 0xffff) + (second >> 16);
        return (second << 16) | first;
    }

    /// <summary>What the reference library up to 1.6.2 stored on some machines; it still accepts that, and so do we.</summary>
    private static uint SwapInWords(uint checksum) => ((checksum & 0x00ff00ff) << 8) | ((checksum >> 8) & 0x00ff00ff);
}
