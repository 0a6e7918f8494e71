using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LabTest.Arrow;

/// <summary>Bytes that are appended to. What was handed out stays as it is: growth moves on to new memory, and appending writes behind it.</summary>
internal sealed class GrowingBuffer
{
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public Span<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>The bytes so far, sharing memory with this buffer.</summary>
    public ReadOnlyMemory<byte> Snapshot => _bytes.AsMemory(0, Length);

    /// <summary>A copy of the bytes so far.</summary>
    public ArrowBuffer ToBuffer() => Length == 0 ? ArrowBuffer.Empty : new ArrowBuffer(Span.ToArray());

    /// <summary>Room behind the bytes so far, for one more at least; what is written there counts once <see cref="Extend"/> is called.</summary>
    public Memory<byte> Room(int least)
    {
        Reserve(Math.Max(least, 1));
        return _bytes.AsMemory(Length);
    }

    /// <summary>Room for <paramref name="count"/> more bytes, counted as written. It holds zeros unless bytes were removed before.</summary>
    public Span<byte> Extend(int count)
    {
        Reserve(count);
        var room = _bytes.AsSpan(Length, count);
        Length += count;
        return room;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append<T>(T value)
        where T : unmanaged
    {
        if (_bytes.Length - Length < Unsafe.SizeOf<T>())
            Reserve(Unsafe.SizeOf<T>());
        MemoryMarshal.Write(_bytes.AsSpan(Length), in value);
        Length += Unsafe.SizeOf<T>();
    }

    public void Append<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        bytes.CopyTo(Extend(bytes.Length));
    }

    /// <summary>Makes room for <paramref name="count"/> more bytes.</summary>
    public void Reserve(int count)
    {
        var needed = (long)Length + count;
        if (needed <= _bytes.Length)
            return;
        if (needed > System.Array.MaxLength)
            throw new InvalidOperationException($"A buffer holds less than 2 GiB; {needed} bytes were asked for. Build a batch before it grows so large.");
        var size = Math.Min((long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(needed, 64)), System.Array.MaxLength);
        var larger = new byte[size];
        Span.CopyTo(larger);
        _bytes = larger;
    }

    /// <summary>Sets the number of bytes; new ones are 0.</summary>
    public void Resize(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > Length)
            Extend(length - Length).Clear();
        else
            Length = length;
    }

    public void Clear() => Length = 0;
}
