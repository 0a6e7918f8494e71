using System.Buffers;

namespace LabTest.Hdf5.Filters;

/// <summary>Bytes in an array from the pool; whoever takes them last gives them back.</summary>
internal sealed class PooledBytes : IDisposable
{
    private byte[]? _array;

    public PooledBytes(int capacity, int length = 0)
    {
        _array = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, length));
        Length = length;
    }

    public int Length { get; set; }

    public byte[] Array => _array ?? throw new ObjectDisposedException(nameof(PooledBytes));

    public Span<byte> Span => Array.AsSpan(0, Length);

    /// <summary>Makes room for so many bytes in all, keeping what is there.</summary>
    public void Ensure(int capacity)
    {
        if (Array.Length >= capacity)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, Math.Min(2 * Array.Length, System.Array.MaxLength)));
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(Array);
        _array = larger;
    }

    public void Dispose()
    {
        if (_array is null)
            return;
        ArrayPool<byte>.Shared.Return(_array);
        _array = null;
    }
}
