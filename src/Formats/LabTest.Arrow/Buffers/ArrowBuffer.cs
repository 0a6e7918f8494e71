using System.Runtime.InteropServices;
using LabTest.Arrow.Memory;

namespace LabTest.Arrow;

/// <summary>Bytes that arrays are made of. They must not change while an array uses them.</summary>
public readonly partial struct ArrowBuffer : IEquatable<ArrowBuffer>
{
    /// <summary>Uses memory of the caller's, without a copy.</summary>
    public ArrowBuffer(ReadOnlyMemory<byte> data) => Memory = data;

    /// <summary>A buffer of no bytes.</summary>
    public static ArrowBuffer Empty => default;

    /// <summary>The bytes, as memory.</summary>
    public ReadOnlyMemory<byte> Memory { get; }

    /// <summary>The bytes, as a span.</summary>
    public ReadOnlySpan<byte> Span => Memory.Span;

    /// <summary>The number of bytes.</summary>
    public int Length => Memory.Length;

    /// <summary>Whether there are no bytes.</summary>
    public bool IsEmpty => Memory.IsEmpty;

    /// <summary>Uses values of the caller's as a buffer, without a copy.</summary>
    /// <typeparam name="T">A primitive value as Arrow stores it, such as <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The values take 2 GiB or more.</exception>
    public static ArrowBuffer Wrap<T>(ReadOnlyMemory<T> values)
        where T : unmanaged => new(CastMemory<T, byte>.Of(values));

    /// <summary>Whether both are the same piece of memory.</summary>
    public bool Equals(ArrowBuffer other) => Memory.Equals(other.Memory);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ArrowBuffer other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Memory.GetHashCode();

    /// <summary>Whether both are the same piece of memory.</summary>
    public static bool operator ==(ArrowBuffer left, ArrowBuffer right) => left.Equals(right);

    /// <summary>Whether they are different pieces of memory.</summary>
    public static bool operator !=(ArrowBuffer left, ArrowBuffer right) => !left.Equals(right);

    /// <summary>The values of another type that the bytes hold.</summary>
    internal ReadOnlySpan<T> As<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Memory.Span);
}
