using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of lists of any length, with 64-bit offsets.</summary>
public sealed class LargeListArray : VariableListArray<long>
{
    /// <summary>Makes an array of a buffer and an array of elements that exist.</summary>
    /// <exception cref="ArgumentException"><paramref name="dataType"/> is not a <see cref="LargeListType"/>.</exception>
    public LargeListArray(
        IArrowType dataType,
        int length,
        ArrowBuffer valueOffsetsBuffer,
        IArrowArray values,
        ArrowBuffer nullBitmapBuffer,
        int nullCount = 0,
        int offset = 0)
        : this(new ArrayData(dataType, length, nullCount, offset, [nullBitmapBuffer, valueOffsetsBuffer], [values.Data]))
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public LargeListArray(ArrayData data)
        : base(data, ArrowTypeId.LargeList)
    {
    }

    /// <summary>Collects lists: <see cref="VariableListArrayBuilder{TOffset, TArray, TBuilder}.Append()"/> begins one, then its elements go to the builder of values.</summary>
    public sealed class Builder : VariableListArrayBuilder<long, LargeListArray, Builder>
    {
        /// <summary>Makes a builder for lists of nullable elements.</summary>
        public Builder(IArrowType valueDataType)
            : this(new LargeListType(valueDataType))
        {
        }

        /// <summary>Makes a builder for lists of the elements that <paramref name="valueField"/> describes.</summary>
        public Builder(Field valueField)
            : this(new LargeListType(valueField))
        {
        }

        internal Builder(LargeListType type)
            : base(type, type.ValueDataType)
        {
        }

        private protected override LargeListArray Create(ArrayData data) => new(data);
    }
}
