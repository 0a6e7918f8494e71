namespace LabTest.Arrow.Types;

/// <summary>The type of lists of any length, with 32-bit offsets into one child of elements.</summary>
public sealed class ListType : NestedType
{
    /// <summary>Makes the type of lists of the elements that <paramref name="valueField"/> describes.</summary>
    public ListType(Field valueField)
        : base(ArrowTypeId.List, "list", [valueField])
    {
    }

    /// <summary>Makes the type of lists of nullable elements, whose field is named <c>item</c>.</summary>
    public ListType(IArrowType valueDataType)
        : this(new Field("item", valueDataType, nullable: true))
    {
    }

    /// <summary>The elements' field.</summary>
    public Field ValueField => Fields[0];

    /// <summary>The elements' type.</summary>
    public IArrowType ValueDataType => ValueField.DataType;
}
