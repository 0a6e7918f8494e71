using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LabTest.Hdf5.Types;

/// <summary>Converts numbers; what is out of range is clipped, a fraction is cut, NaN becomes 0 as a whole number.</summary>
internal sealed class NumberConversion<TFrom, TTo>(bool swapFrom, bool swapTo) : IConversion
    where TFrom : unmanaged, INumber<TFrom>
    where TTo : unmanaged, INumber<TTo>
{
    public void Convert(ReadOnlySpan<byte> source, Span<byte> destination, int count)
    {
        Span<byte> bytes = stackalloc byte[8];
        for (var i = 0; i < count; i++)
        {
            var from = bytes[..Unsafe.SizeOf<TFrom>()];
            source.Slice(i * from.Length, from.Length).CopyTo(from);
            if (swapFrom)
                from.Reverse();

            var to = destination.Slice(i * Unsafe.SizeOf<TTo>(), Unsafe.SizeOf<TTo>());
            MemoryMarshal.Write(to, TTo.CreateSaturating(MemoryMarshal.Read<TFrom>(from)));
            if (swapTo)
                to.Reverse();
        }
    }
}
