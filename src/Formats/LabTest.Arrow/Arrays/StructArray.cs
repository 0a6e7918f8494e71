using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of rows: children of the same length, side by side.</summary>
public sealed class StructArray : Array
{
    private IArrowArray[]? _fields;

    /// <summary>Makes an array of children that exist.</summary>
    /// <exception cref="ArgumentException"><paramref name="dataType"/> is not a <see cref="StructType"/> of as many children.</exception>
    public StructArray(
        IArrowType dataType, int length, IEnumerable<IArrowArray> children, ArrowBuffer nullBitmapBuffer, int nullCount = 0, int offset = 0)
        : this(new ArrayData(dataType, length, nullCount, offset, [nullBitmapBuffer], children.Select(child => child.Data)))
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public StructArray(ArrayData data)
        : base(data.Require(ArrowTypeId.Struct))
    {
        var count = ((StructType)data.DataType).Fields.Count;
        if (data.Children.Length != count)
            throw new ArgumentException($"An array of {data.DataType} has {count} children; {data.Children.Length} were given.", nameof(data));
    }

    /// <summary>The children, sliced as this array is. Where a row is null, what stands in them means nothing.</summary>
    public IReadOnlyList<IArrowArray> Fields => _fields ??= BuildFields();

    private IArrowArray[] BuildFields()
    {
        var fields = new IArrowArray[Data.Children.Length];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = ArrowArrayFactory.BuildArray(Data.Children[i].Slice(Offset, Length));
        return fields;
    }
}
