using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LabTest.Hdf5.Types;

/// <summary>Turns the order of the bytes of numbers.</summary>
internal sealed class SwapConversion(int size) : IConversion
{
    public void Convert(ReadOnlySpan<byte> source, Span<byte> destination, int count)
    {
        source = source[..(count * size)];
        destination = destination[..(count * size)];
        switch (size)
        {
            case 2:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(source), MemoryMarshal.Cast<byte, ushort>(destination));
                break;
            case 4:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, uint>(source), MemoryMarshal.Cast<byte, uint>(destination));
                break;
            case 8:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ulong>(source), MemoryMarshal.Cast<byte, ulong>(destination));
                break;
            default:
                source.CopyTo(destination);
                break;
        }
    }
}
