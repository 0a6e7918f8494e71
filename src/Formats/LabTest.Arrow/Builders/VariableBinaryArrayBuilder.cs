using System.Numerics;
using System.Text;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>Collects values of any number of bytes.</summary>
/// <typeparam name="TOffset"><see cref="int"/> or <see cref="long"/>.</typeparam>
/// <typeparam name="TArray">The array that is built.</typeparam>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
public abstract class VariableBinaryArrayBuilder<TOffset, TArray, TBuilder> : ArrowArrayBuilder<TArray, TBuilder>
    where TOffset : unmanaged, IBinaryInteger<TOffset>
    where TArray : IArrowArray
    where TBuilder : VariableBinaryArrayBuilder<TOffset, TArray, TBuilder>
{
    private readonly IArrowType _type;
    private readonly GrowingBuffer _offsets = new();
    private readonly GrowingBuffer _bytes = new();

    private protected VariableBinaryArrayBuilder(IArrowType type)
    {
        _type = type;
        AppendOffset();
    }

    /// <summary>Appends one value of those bytes.</summary>
    public TBuilder Append(ReadOnlySpan<byte> span)
    {
        _bytes.Append(span);
        AppendOffset();
        Validity.AppendValid();
        return Self;
    }

    private protected TBuilder AppendText(string? text)
    {
        if (text is null)
            return AppendNull();

        var room = _bytes.Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        _bytes.Extend(Encoding.UTF8.GetBytes(text, room.Span));
        AppendOffset();
        Validity.AppendValid();
        return Self;
    }

    private protected TBuilder AppendBytes(byte[]? bytes) => bytes is null ? AppendNull() : Append(bytes.AsSpan());

    private protected abstract TArray Create(ArrayData data);

    private protected sealed override TArray Create() =>
        Create(new ArrayData(_type, Length, NullCount, 0, [Validity.Build(), _offsets.ToBuffer(), _bytes.ToBuffer()]));

    private protected sealed override void AppendSlot() => AppendOffset();

    private protected sealed override void ReserveSlots(int count) => _offsets.Reserve(checked(count * TOffset.Zero.GetByteCount()));

    private protected sealed override void ClearSlots()
    {
        _offsets.Clear();
        _bytes.Clear();
        AppendOffset();
    }

    private void AppendOffset() => _offsets.Append(TOffset.CreateTruncating(_bytes.Length));
}
