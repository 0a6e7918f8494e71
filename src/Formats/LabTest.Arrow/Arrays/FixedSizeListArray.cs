using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of lists that all have the same length.</summary>
public sealed class FixedSizeListArray : Array
{
    private IArrowArray? _values;

    /// <summary>Makes an array of an array of elements that exists.</summary>
    /// <exception cref="ArgumentException"><paramref name="dataType"/> is not a <see cref="FixedSizeListType"/>.</exception>
    public FixedSizeListArray(
        IArrowType dataType, int length, IArrowArray values, ArrowBuffer nullBitmapBuffer, int nullCount = 0, int offset = 0)
        : this(new ArrayData(dataType, length, nullCount, offset, [nullBitmapBuffer], [values.Data]))
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public FixedSizeListArray(ArrayData data)
        : base(data.Require(ArrowTypeId.FixedSizeList))
    {
        if (data.Children.Length != 1)
            throw new ArgumentException($"An array of {data.DataType} has one child; {data.Children.Length} were given.", nameof(data));
    }

    /// <summary>The elements of all lists, those before <see cref="Array.Offset"/> included.</summary>
    public IArrowArray Values => _values ??= ArrowArrayFactory.BuildArray(Data.Children[0]);

    private int ListSize => ((FixedSizeListType)Data.DataType).ListSize;

    /// <summary>The elements of the list at <paramref name="index"/>, or <see langword="null"/>.</summary>
    public IArrowArray? GetSlicedValues(int index) =>
        IsValid(Checked(index)) ? ArrowArrayFactory.Slice(Values, checked((Offset + index) * ListSize), ListSize) : null;

    /// <summary>Collects lists: <see cref="Append()"/> begins one, then its elements go to the builder of values.</summary>
    public sealed class Builder : ArrowArrayBuilder<FixedSizeListArray, Builder>
    {
        private readonly FixedSizeListType _type;

        /// <summary>Makes a builder for lists of <paramref name="listSize"/> nullable elements.</summary>
        public Builder(IArrowType valueDataType, int listSize)
            : this(new FixedSizeListType(valueDataType, listSize))
        {
        }

        /// <summary>Makes a builder for lists of <paramref name="listSize"/> elements that <paramref name="valueField"/> describes.</summary>
        public Builder(Field valueField, int listSize)
            : this(new FixedSizeListType(valueField, listSize))
        {
        }

        internal Builder(FixedSizeListType type)
        {
            _type = type;
            ValueBuilder = ArrowArrayBuilderFactory.Build(type.ValueDataType);
        }

        /// <summary>Takes the elements, as many for each list as the type says.</summary>
        public IArrowArrayBuilder<IArrowArray, IArrowArrayBuilder<IArrowArray>> ValueBuilder { get; }

        /// <summary>Begins a list.</summary>
        public Builder Append()
        {
            Validity.AppendValid();
            return this;
        }

        /// <summary>The array so far.</summary>
        /// <exception cref="InvalidOperationException">The elements are not as many as the lists need.</exception>
        private protected override FixedSizeListArray Create()
        {
            RequireElements();
            return new FixedSizeListArray(_type, Length, ValueBuilder.Build(), Validity.Build(), NullCount);
        }

        private protected override void AppendSlot()
        {
            // What stands for the null goes behind the elements so far: those before it must be there.
            RequireElements();
            for (var i = 0; i < _type.ListSize; i++)
                ValueBuilder.AppendNull();
        }

        private protected override void ReserveSlots(int count) => ValueBuilder.Reserve(checked(count * _type.ListSize));

        private protected override void ClearSlots() => ValueBuilder.Clear();

        private void RequireElements()
        {
            if (ValueBuilder.Length != (long)Length * _type.ListSize)
                throw new InvalidOperationException($"{Length} lists of {_type.ListSize} elements were begun, but {ValueBuilder.Length} elements appended.");
        }
    }
}
