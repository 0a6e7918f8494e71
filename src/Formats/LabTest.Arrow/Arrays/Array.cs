namespace LabTest.Arrow;

/// <summary>The base of all arrays.</summary>
public abstract class Array : IArrowArray
{
    private protected Array(ArrayData data) => Data = data;

    /// <inheritdoc/>
    public ArrayData Data { get; }

    /// <inheritdoc/>
    public int Length => Data.Length;

    /// <inheritdoc/>
    public int Offset => Data.Offset;

    /// <inheritdoc/>
    public int NullCount => Data.NullCount;

    /// <summary>A bit for each value, 1 where it is not null; empty if no value is null.</summary>
    public ArrowBuffer NullBitmapBuffer => Data.Buffers.IsEmpty ? ArrowBuffer.Empty : Data.Buffers[0];

    /// <inheritdoc/>
    public virtual bool IsValid(int index) => NullCount == 0 || NullBitmapBuffer.IsEmpty || BitUtility.GetBit(NullBitmapBuffer.Span, Offset + index);

    /// <inheritdoc/>
    public bool IsNull(int index) => !IsValid(index);

    /// <summary>Some of the values, sharing memory.</summary>
    /// <param name="offset">The first value.</param>
    /// <param name="length">How many values; fewer where the array ends before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first value lies outside the array, or <paramref name="length"/> is negative.</exception>
    public Array Slice(int offset, int length) => (Array)ArrowArrayFactory.Slice(this, offset, length);

    private protected IEnumerator<T> Each<T>(Func<int, T> value)
    {
        for (var i = 0; i < Length; i++)
            yield return value(i);
    }

    /// <summary>The index itself, once it is known to lie inside the array.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> lies outside the array.</exception>
    private protected int Checked(int index)
    {
        if ((uint)index >= (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The array has {Length} values.");
        return index;
    }
}
