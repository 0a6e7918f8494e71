using System.Collections;
using LabTest.Arrow.Memory;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>Values of a primitive type, one behind the other in memory.</summary>
/// <typeparam name="T">The stored type; for times the count of units.</typeparam>
public abstract class PrimitiveArray<T> : Array, IReadOnlyList<T?>
    where T : unmanaged
{
    private protected PrimitiveArray(ArrayData data, ArrowTypeId typeId)
        : base(data.Require(typeId))
    {
    }

    private protected PrimitiveArray(
        IArrowType type, ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(new ArrayData(type, length, nullCount, offset, [nullBitmapBuffer, valueBuffer]))
    {
        if (valueBuffer.As<T>().Length < (long)offset + length)
            throw new ArgumentException($"A buffer of {valueBuffer.Length} bytes does not hold {length} values of {type} from value {offset}.", nameof(valueBuffer));
        if (!nullBitmapBuffer.IsEmpty && nullBitmapBuffer.Length * 8L < (long)offset + length)
            throw new ArgumentException($"A buffer of {nullBitmapBuffer.Length} bytes does not hold the validity of {length} values from value {offset}.", nameof(nullBitmapBuffer));
    }

    /// <summary>The buffer that the values lie in.</summary>
    public ArrowBuffer ValueBuffer => Data.Buffers[1];

    /// <summary>The values; what stands where a value is null means nothing.</summary>
    public ReadOnlySpan<T> Values => ValueBuffer.As<T>().Slice(Offset, Length);

    /// <summary>The values as memory, without a copy; what stands where a value is null means nothing.</summary>
    public ReadOnlyMemory<T> ValueMemory => CastMemory<byte, T>.Of(ValueBuffer.Memory).Slice(Offset, Length);

    int IReadOnlyCollection<T?>.Count => Length;

    T? IReadOnlyList<T?>.this[int index] => GetValue(index);

    /// <summary>The value at <paramref name="index"/>, or <see langword="null"/>.</summary>
    public T? GetValue(int index) => IsValid(Checked(index)) ? Values[index] : null;

    /// <summary>Goes through the values.</summary>
    public IEnumerator<T?> GetEnumerator() => Each(GetValue);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
