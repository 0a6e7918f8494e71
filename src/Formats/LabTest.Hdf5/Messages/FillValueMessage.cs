using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Messages;

/// <summary>What elements hold that were never written (specification IV.A.2.e and f); version 3 is written.</summary>
/// <param name="Allocation">When space is allocated.</param>
/// <param name="WriteTime">0: with the allocation, 1: never, 2: where the user set a value.</param>
/// <param name="Value">The value, as an element; null: zeros.</param>
internal sealed record FillValueMessage(AllocationTime Allocation, int WriteTime, byte[]? Value)
{
    private const int Undefined = 1 << 4;
    private const int Defined = 1 << 5;

    public byte[] Encode()
    {
        var writer = new ByteWriter(16).U8(3).U8((int)Allocation | (WriteTime << 2) | (Value is null ? 0 : Defined));
        if (Value is not null)
            writer.U32((uint)Value.Length).Bytes(Value);
        return writer.ToArray();
    }

    public static FillValueMessage Decode(ByteReader reader)
    {
        var version = reader.U8();
        if (version is < 1 or > 3)
            throw reader.Corrupt($"a fill value has the unknown version {version}");
        if (version == 3)
        {
            int flags = reader.U8();
            var value = (flags & Defined) != 0 && (flags & Undefined) == 0 ? Bytes(ref reader) : null;
            return new FillValueMessage((AllocationTime)(flags & 3), (flags >> 2) & 3, value);
        }

        var allocation = (AllocationTime)reader.U8();
        int writeTime = reader.U8();
        var defined = reader.U8() != 0;
        return new FillValueMessage(allocation, writeTime, version == 1 || defined ? Bytes(ref reader) : null);
    }

    /// <summary>The message of the first versions of HDF5: a value alone.</summary>
    public static FillValueMessage DecodeOld(ByteReader reader) => new(AllocationTime.Default, 2, Bytes(ref reader));

    private static byte[]? Bytes(ref ByteReader reader)
    {
        var size = reader.I32();
        return size > 0 ? reader.Bytes(size).ToArray() : null;
    }
}
