using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>What an array is made of: a type, a number of values, buffers and children.</summary>
public sealed class ArrayData
{
    private const int Unknown = -1;

    private readonly ArrowBuffer[] _buffers;
    private readonly ArrayData[] _children;
    private int _nullCount;

    /// <summary>Puts an array's parts together. Arrays given for <paramref name="buffers"/> and <paramref name="children"/> are not copied.</summary>
    /// <param name="dataType">The type of the values.</param>
    /// <param name="length">The number of values.</param>
    /// <param name="nullCount">How many are null, or -1 if the validity bits are yet to be counted.</param>
    /// <param name="offset">Where the first value lies in the buffers, in values.</param>
    /// <param name="buffers">The buffers in the order of the columnar format: validity, offsets or values, bytes.</param>
    /// <param name="children">The children, whose values begin before <paramref name="offset"/>.</param>
    /// <param name="dictionary">The values that a dictionary-encoded array points into.</param>
    public ArrayData(
        IArrowType dataType,
        int length,
        int nullCount = 0,
        int offset = 0,
        IEnumerable<ArrowBuffer>? buffers = null,
        IEnumerable<ArrayData>? children = null,
        ArrayData? dictionary = null)
    {
        ArgumentNullException.ThrowIfNull(dataType);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfLessThan(nullCount, Unknown);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nullCount, length);
        DataType = dataType;
        Length = length;
        Offset = offset;
        Dictionary = dictionary;
        _nullCount = nullCount;
        _buffers = buffers as ArrowBuffer[] ?? buffers?.ToArray() ?? [];
        _children = children as ArrayData[] ?? children?.ToArray() ?? [];
    }

    /// <summary>The type of the values.</summary>
    public IArrowType DataType { get; }

    /// <summary>The number of values.</summary>
    public int Length { get; }

    /// <summary>Where the first value lies in the buffers, in values.</summary>
    public int Offset { get; }

    /// <summary>The number of values that are null; counted when first asked for.</summary>
    public int NullCount => _nullCount == Unknown ? _nullCount = CountNulls(Offset, Length) : _nullCount;

    /// <summary>The buffers in the order of the columnar format.</summary>
    public ReadOnlySpan<ArrowBuffer> Buffers => _buffers;

    /// <summary>The children, not sliced as this array may be.</summary>
    public ReadOnlySpan<ArrayData> Children => _children;

    /// <summary>The values that a dictionary-encoded array points into.</summary>
    public ArrayData? Dictionary { get; }

    /// <summary>Some of the values, sharing memory.</summary>
    /// <param name="offset">The first value.</param>
    /// <param name="length">How many values; fewer where the array ends before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first value lies outside the array, or <paramref name="length"/> is negative.</exception>
    public ArrayData Slice(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        length = Math.Min(length, Length - offset);
        if (length == Length)
            return this;

        var nulls = _nullCount == 0 ? 0 : _nullCount == Length ? length : Unknown;
        return new ArrayData(DataType, length, nulls, Offset + offset, _buffers, _children, Dictionary);
    }

    /// <summary>The nulls among <paramref name="length"/> values from <paramref name="offset"/>, which counts from the start of the buffers.</summary>
    internal int CountNulls(int offset, int length)
    {
        if (_nullCount == 0)
            return 0;
        if (DataType.TypeId == ArrowTypeId.Null)
            return length;
        if (_nullCount != Unknown && offset == Offset && length == Length)
            return _nullCount;
        return _buffers.Length == 0 || _buffers[0].IsEmpty ? 0 : length - BitUtility.CountBits(_buffers[0].Span, offset, length);
    }

    /// <summary>Where some values begin, and behind them where the last one ends; the start counts from the beginning of the buffers.</summary>
    internal ReadOnlySpan<T> Offsets<T>(int start, int length)
        where T : unmanaged
    {
        // No values need no offsets, so that the buffer may be empty then.
        return length == 0 && _buffers[1].IsEmpty ? new T[1] : _buffers[1].As<T>().Slice(start, length + 1);
    }

    /// <summary>This array, once it is known to be of a type, parameters included.</summary>
    /// <exception cref="ArgumentException">The type is another one.</exception>
    internal ArrayData Require(IArrowType type) => TypeEquality.Same(type, DataType)
        ? this
        : throw new ArgumentException($"An array of {DataType} is not one of {type}.", nameof(type));

    /// <summary>This array, once it is known to be of a type and to have its buffers.</summary>
    /// <exception cref="ArgumentException">The type is another one, or there are fewer buffers.</exception>
    internal ArrayData Require(ArrowTypeId typeId)
    {
        if (DataType.TypeId != typeId)
            throw new ArgumentException($"An array of {DataType} is not one of {typeId}.", nameof(typeId));

        var layout = PhysicalLayout.Of(DataType);
        if (_buffers.Length < layout.BufferCount)
            throw new ArgumentException($"An array of {DataType} has {layout.BufferCount} buffers; {_buffers.Length} were given.", nameof(typeId));
        return this;
    }
}
