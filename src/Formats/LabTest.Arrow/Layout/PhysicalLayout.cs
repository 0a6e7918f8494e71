using LabTest.Arrow.Types;

namespace LabTest.Arrow.Layout;

/// <summary>The one place that knows which memory layout a type has; readers, writers and comparisons go by it.</summary>
/// <param name="Shape">The buffers and children.</param>
/// <param name="Width">Bytes of a value or of an offset, or elements of a fixed-size list; else 0.</param>
internal readonly record struct PhysicalLayout(LayoutShape Shape, int Width = 0)
{
    /// <summary>The number of buffers, without those of bytes that views point into.</summary>
    public int BufferCount => Shape switch
    {
        LayoutShape.Null => 0,
        LayoutShape.FixedList or LayoutShape.Struct => 1,
        LayoutShape.Variable => 3,
        _ => 2,
    };

    /// <summary>The layout of values of <paramref name="type"/>; of a dictionary-encoded type, that of its indices.</summary>
    public static PhysicalLayout Of(IArrowType type) => type switch
    {
        NullType => new(LayoutShape.Null),
        BooleanType => new(LayoutShape.Bits),
        FixedSizeBinaryType t => new(LayoutShape.Fixed, t.ByteWidth),
        FixedWidthType t => new(LayoutShape.Fixed, t.BitWidth / 8),
        StringType or BinaryType => new(LayoutShape.Variable, sizeof(int)),
        LargeStringType or LargeBinaryType => new(LayoutShape.Variable, sizeof(long)),
        StringViewType or BinaryViewType => new(LayoutShape.View, BinaryViews.ViewSize),
        ListType or MapType => new(LayoutShape.List, sizeof(int)),
        LargeListType => new(LayoutShape.List, sizeof(long)),
        FixedSizeListType t => new(LayoutShape.FixedList, t.ListSize),
        StructType => new(LayoutShape.Struct),
        DictionaryType t => Of(t.IndexType),
        _ => throw new NotSupportedException($"LabTest.Arrow has no memory layout for {type}."),
    };
}
