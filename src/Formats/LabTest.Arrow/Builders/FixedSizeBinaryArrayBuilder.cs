using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>Collects values that are all the same number of bytes.</summary>
/// <typeparam name="TArray">The array that is built.</typeparam>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
public abstract class FixedSizeBinaryArrayBuilder<TArray, TBuilder> : ArrowArrayBuilder<TArray, TBuilder>
    where TArray : IArrowArray
    where TBuilder : FixedSizeBinaryArrayBuilder<TArray, TBuilder>
{
    private readonly FixedSizeBinaryType _type;
    private readonly GrowingBuffer _bytes = new();

    private protected FixedSizeBinaryArrayBuilder(FixedSizeBinaryType type) => _type = type;

    private protected TBuilder AppendBytes(ReadOnlySpan<byte> value)
    {
        if (value.Length != _type.ByteWidth)
            throw new ArgumentException($"A value of {value.Length} bytes is not one of {_type}.", nameof(value));
        _bytes.Append(value);
        Validity.AppendValid();
        return Self;
    }

    private protected TBuilder AppendDecimal(decimal value, int precision, int scale)
    {
        DecimalNumbers.Write(value, precision, scale, _bytes.Room(_type.ByteWidth).Span[.._type.ByteWidth]);
        _bytes.Extend(_type.ByteWidth);
        Validity.AppendValid();
        return Self;
    }

    private protected abstract TArray Create(ArrayData data);

    private protected sealed override TArray Create() => Create(new ArrayData(_type, Length, NullCount, 0, [Validity.Build(), _bytes.ToBuffer()]));

    private protected sealed override void AppendSlot() => _bytes.Extend(_type.ByteWidth).Clear();

    private protected sealed override void ReserveSlots(int count) => _bytes.Reserve(checked(count * _type.ByteWidth));

    private protected sealed override void ClearSlots() => _bytes.Clear();
}
