using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LabTest.Arrow.Memory;

/// <summary>The same memory, seen as values of another type.</summary>
internal sealed class CastMemory<TFrom, TTo> : MemoryManager<TTo>
    where TFrom : unmanaged
    where TTo : unmanaged
{
    private readonly Memory<TFrom> _source;

    private CastMemory(Memory<TFrom> source) => _source = source;

    public static ReadOnlyMemory<TTo> Of(ReadOnlyMemory<TFrom> source)
    {
        if (source.IsEmpty)
            return default;
        if (source is ReadOnlyMemory<TTo> same)
            return same;

        // What was cast before is cast back by taking off the wrapping.
        if (MemoryMarshal.TryGetMemoryManager(source, out CastMemory<TTo, TFrom>? wrapped, out var start, out var length))
        {
            var (from, to) = ((long)start * Unsafe.SizeOf<TFrom>(), (long)length * Unsafe.SizeOf<TFrom>());
            if (from % Unsafe.SizeOf<TTo>() == 0)
                return wrapped._source.Slice((int)(from / Unsafe.SizeOf<TTo>()), (int)(to / Unsafe.SizeOf<TTo>()));
        }

        if ((long)source.Length * Unsafe.SizeOf<TFrom>() / Unsafe.SizeOf<TTo>() > int.MaxValue)
            throw new ArgumentException("A buffer holds less than 2 GiB.", nameof(source));
        return new CastMemory<TFrom, TTo>(MemoryMarshal.AsMemory(source)).Memory;
    }

    public override Span<TTo> GetSpan() => MemoryMarshal.Cast<TFrom, TTo>(_source.Span);

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        var bytes = (long)elementIndex * Unsafe.SizeOf<TTo>();
        return bytes % Unsafe.SizeOf<TFrom>() == 0
            ? _source[(int)(bytes / Unsafe.SizeOf<TFrom>())..].Pin()
            : throw new NotSupportedException("Memory seen as another type can be pinned only where a value of its own type begins.");
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
