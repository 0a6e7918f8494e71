namespace LabTest.Arrow.Types;

/// <summary>The type of lists that all have the same length.</summary>
public sealed class FixedSizeListType : NestedType
{
    /// <summary>Makes the type of lists of <paramref name="listSize"/> elements each.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="listSize"/> is negative.</exception>
    public FixedSizeListType(Field valueField, int listSize)
        : base(ArrowTypeId.FixedSizeList, "fixed_size_list", [valueField])
    {
        ArgumentOutOfRangeException.ThrowIfNegative(listSize);
        ListSize = listSize;
    }

    /// <summary>Makes the type of lists of nullable elements, whose field is named <c>item</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="listSize"/> is negative.</exception>
    public FixedSizeListType(IArrowType valueDataType, int listSize)
        : this(new Field("item", valueDataType, nullable: true), listSize)
    {
    }

    /// <summary>The elements' field.</summary>
    public Field ValueField => Fields[0];

    /// <summary>The elements' type.</summary>
    public IArrowType ValueDataType => ValueField.DataType;

    /// <summary>The number of elements in each list.</summary>
    public int ListSize { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{base.ToString()}[{ListSize}]";
}
