using System.Buffers.Binary;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles;

/// <summary>Samples of binary blocks as bytes.</summary>
internal static class SampleCodec
{
    public static int SizeOf(SampleType type) => type switch
    {
        SampleType.Int8 or SampleType.Uint8 => 1,
        SampleType.Int16 or SampleType.Uint16 => 2,
        SampleType.Float64 => 8,
        _ => 4,
    };

    public static double Read(ReadOnlySpan<byte> from, SampleType type, SampleOrder order)
    {
        var big = order == SampleOrder.Big;
        return type switch
        {
            SampleType.Int8 => (sbyte)from[0],
            SampleType.Uint8 => from[0],
            SampleType.Int16 => big ? BinaryPrimitives.ReadInt16BigEndian(from) : BinaryPrimitives.ReadInt16LittleEndian(from),
            SampleType.Uint16 => big ? BinaryPrimitives.ReadUInt16BigEndian(from) : BinaryPrimitives.ReadUInt16LittleEndian(from),
            SampleType.Int32 => big ? BinaryPrimitives.ReadInt32BigEndian(from) : BinaryPrimitives.ReadInt32LittleEndian(from),
            SampleType.Uint32 => big ? BinaryPrimitives.ReadUInt32BigEndian(from) : BinaryPrimitives.ReadUInt32LittleEndian(from),
            SampleType.Float32 => big ? BinaryPrimitives.ReadSingleBigEndian(from) : BinaryPrimitives.ReadSingleLittleEndian(from),
            _ => big ? BinaryPrimitives.ReadDoubleBigEndian(from) : BinaryPrimitives.ReadDoubleLittleEndian(from),
        };
    }

    /// <summary>Writes the nearest number that the type has.</summary>
    public static void Write(Span<byte> to, SampleType type, SampleOrder order, double value)
    {
        var rounded = Math.Round(value);
        switch (type)
        {
            case SampleType.Int8:
                to[0] = (byte)sbyte.CreateSaturating(rounded);
                break;
            case SampleType.Uint8:
                to[0] = byte.CreateSaturating(rounded);
                break;
            case SampleType.Int16:
                WriteInteger(to[..2], order, short.CreateSaturating(rounded));
                break;
            case SampleType.Uint16:
                WriteInteger(to[..2], order, ushort.CreateSaturating(rounded));
                break;
            case SampleType.Int32:
                WriteInteger(to[..4], order, int.CreateSaturating(rounded));
                break;
            case SampleType.Uint32:
                WriteInteger(to[..4], order, uint.CreateSaturating(rounded));
                break;
            case SampleType.Float32:
                WriteInteger(to[..4], order, BitConverter.SingleToInt32Bits((float)value));
                break;
            default:
                WriteInteger(to[..8], order, BitConverter.DoubleToInt64Bits(value));
                break;
        }
    }

    private static void WriteInteger(Span<byte> to, SampleOrder order, long value)
    {
        for (var i = 0; i < to.Length; i++)
            to[order == SampleOrder.Little ? i : to.Length - 1 - i] = (byte)(value >> (8 * i));
    }
}
