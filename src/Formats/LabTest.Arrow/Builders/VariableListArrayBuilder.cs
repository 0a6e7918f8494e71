using System.Numerics;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>Collects lists of any length.</summary>
/// <typeparam name="TOffset"><see cref="int"/> or <see cref="long"/>.</typeparam>
/// <typeparam name="TArray">The array that is built.</typeparam>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
public abstract class VariableListArrayBuilder<TOffset, TArray, TBuilder> : ArrowArrayBuilder<TArray, TBuilder>
    where TOffset : unmanaged, IBinaryInteger<TOffset>
    where TArray : IArrowArray
    where TBuilder : VariableListArrayBuilder<TOffset, TArray, TBuilder>
{
    private readonly IArrowType _type;
    private readonly GrowingBuffer _starts = new();

    private protected VariableListArrayBuilder(IArrowType type, IArrowType valueType)
    {
        _type = type;
        ValueBuilder = ArrowArrayBuilderFactory.Build(valueType);
    }

    /// <summary>Takes the elements; it is the builder of their type, such as <see cref="StringArray.Builder"/>.</summary>
    public IArrowArrayBuilder<IArrowArray, IArrowArrayBuilder<IArrowArray>> ValueBuilder { get; }

    /// <summary>Begins a list: what is appended to <see cref="ValueBuilder"/> from now on are its elements.</summary>
    public TBuilder Append()
    {
        AppendSlot();
        Validity.AppendValid();
        return Self;
    }

    private protected abstract TArray Create(ArrayData data);

    private protected sealed override TArray Create()
    {
        var values = ValueBuilder.Build().Data;
        var starts = _starts.Length;
        _starts.Append(TOffset.CreateTruncating(ValueBuilder.Length));
        var offsets = _starts.ToBuffer();
        _starts.Resize(starts);
        return Create(new ArrayData(_type, Length, NullCount, 0, [Validity.Build(), offsets], [values]));
    }

    private protected sealed override void AppendSlot() => _starts.Append(TOffset.CreateTruncating(ValueBuilder.Length));

    private protected sealed override void ReserveSlots(int count) => _starts.Reserve(checked(count * TOffset.Zero.GetByteCount()));

    private protected sealed override void ClearSlots()
    {
        _starts.Clear();
        ValueBuilder.Clear();
    }
}
