using System.Collections;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of truth values, a bit each.</summary>
public sealed class BooleanArray : Array, IReadOnlyList<bool?>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    public BooleanArray(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : this(new ArrayData(BooleanType.Default, length, nullCount, offset, [nullBitmapBuffer, valueBuffer]))
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public BooleanArray(ArrayData data)
        : base(data.Require(ArrowTypeId.Boolean))
    {
    }

    /// <summary>The buffer that the bits lie in, the first at bit <see cref="Array.Offset"/>.</summary>
    public ArrowBuffer ValueBuffer => Data.Buffers[1];

    /// <summary>The bytes that the bits lie in, the first at bit <see cref="Array.Offset"/>.</summary>
    public ReadOnlySpan<byte> Values => ValueBuffer.Span;

    int IReadOnlyCollection<bool?>.Count => Length;

    bool? IReadOnlyList<bool?>.this[int index] => GetValue(index);

    /// <summary>The value at <paramref name="index"/>, or <see langword="null"/>.</summary>
    public bool? GetValue(int index) => IsValid(Checked(index)) ? BitUtility.GetBit(Values, Offset + index) : null;

    /// <summary>Goes through the values.</summary>
    public IEnumerator<bool?> GetEnumerator() => Each(GetValue);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : ArrowArrayBuilder<BooleanArray, Builder>
    {
        private readonly ArrowBuffer.BitmapBuilder _values = new();

        /// <summary>Appends a value.</summary>
        public Builder Append(bool value)
        {
            _values.Append(value);
            Validity.AppendValid();
            return this;
        }

        /// <summary>Appends a value or a null.</summary>
        public Builder Append(bool? value) => value is { } present ? Append(present) : AppendNull();

        /// <summary>Appends values.</summary>
        public Builder Append(ReadOnlySpan<bool> span)
        {
            foreach (var value in span)
                Append(value);
            return this;
        }

        /// <summary>Appends values.</summary>
        public Builder AppendRange(IEnumerable<bool> values) => AppendEach(values, Append);

        /// <summary>Appends values and nulls.</summary>
        public Builder AppendRange(IEnumerable<bool?> values) => AppendEach(values, Append);

        private protected override BooleanArray Create() => new(_values.Build(), Validity.Build(), Length, NullCount, offset: 0);

        private protected override void AppendSlot() => _values.Append(false);

        private protected override void ReserveSlots(int count) => _values.Reserve(count);

        private protected override void ClearSlots() => _values.Clear();
    }
}
