using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>Collects values of a primitive type.</summary>
/// <typeparam name="T">The stored type.</typeparam>
/// <typeparam name="TArray">The array that is built.</typeparam>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
public abstract class PrimitiveArrayBuilder<T, TArray, TBuilder> : ArrowArrayBuilder<TArray, TBuilder>
    where T : unmanaged
    where TArray : IArrowArray
    where TBuilder : PrimitiveArrayBuilder<T, TArray, TBuilder>
{
    private readonly IArrowType _type;
    private readonly ArrowBuffer.Builder<T> _values = new();

    private protected PrimitiveArrayBuilder(IArrowType type) => _type = type;

    /// <summary>Appends a value.</summary>
    public TBuilder Append(T value)
    {
        _values.Append(value);
        Validity.AppendValid();
        return Self;
    }

    /// <summary>Appends a value or a null.</summary>
    public TBuilder Append(T? value) => value is { } present ? Append(present) : AppendNull();

    /// <summary>Appends values.</summary>
    public TBuilder Append(ReadOnlySpan<T> span)
    {
        _values.Append(span);
        Validity.AppendValid(span.Length);
        return Self;
    }

    /// <summary>Appends values.</summary>
    public TBuilder AppendRange(IEnumerable<T> values) => AppendEach(values, Append);

    /// <summary>Appends values and nulls.</summary>
    public TBuilder AppendRange(IEnumerable<T?> values) => AppendEach(values, Append);

    /// <summary>Replaces what stands at <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is nothing yet at <paramref name="index"/>.</exception>
    public TBuilder Set(int index, T value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
        _values.Span[index] = value;
        Validity.Set(index, valid: true);
        return Self;
    }

    private protected abstract TArray Create(ArrayData data);

    private protected sealed override TArray Create() => Create(new ArrayData(_type, Length, NullCount, 0, [Validity.Build(), _values.Build()]));

    private protected sealed override void AppendSlot() => _values.Append(default(T));

    private protected sealed override void ReserveSlots(int count) => _values.Reserve(count);

    private protected sealed override void ClearSlots() => _values.Clear();
}
