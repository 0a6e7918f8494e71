using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of lists of any length, with 32-bit offsets. <see cref="MapArray"/> is one of maps.</summary>
public class ListArray : VariableListArray<int>
{
    /// <summary>Makes an array of a buffer and an array of elements that exist.</summary>
    /// <exception cref="ArgumentException"><paramref name="dataType"/> is not a <see cref="ListType"/>.</exception>
    public ListArray(
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
    public ListArray(ArrayData data)
        : this(data, ArrowTypeId.List)
    {
    }

    private protected ListArray(ArrayData data, ArrowTypeId typeId)
        : base(data, typeId)
    {
    }

    /// <summary>Collects lists: <see cref="VariableListArrayBuilder{TOffset, TArray, TBuilder}.Append()"/> begins one, then its elements go to the builder of values.</summary>
    public sealed class Builder : VariableListArrayBuilder<int, ListArray, Builder>
    {
        /// <summary>Makes a builder for lists of nullable elements.</summary>
        public Builder(IArrowType valueDataType)
            : this(new ListType(valueDataType))
        {
        }

        /// <summary>Makes a builder for lists of the elements that <paramref name="valueField"/> describes.</summary>
        public Builder(Field valueField)
            : this(new ListType(valueField))
        {
        }

        internal Builder(ListType type)
            : base(type, type.ValueDataType)
        {
        }

        private protected override ListArray Create(ArrayData data) => new(data);
    }
}
