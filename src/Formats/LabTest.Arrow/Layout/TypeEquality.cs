using LabTest.Arrow.Types;

namespace LabTest.Arrow.Layout;

/// <summary>Whether values of one type can stand where another is declared.</summary>
internal static class TypeEquality
{
    /// <summary>Whether both types have the same kind, parameters and children's types. Names and metadata of children may differ.</summary>
    public static bool Same(IArrowType a, IArrowType b)
    {
        if (ReferenceEquals(a, b))
            return true;
        if (a.TypeId != b.TypeId)
            return false;

        return (a, b) switch
        {
            (TimestampType x, TimestampType y) => x.Unit == y.Unit && x.Timezone == y.Timezone,
            (TimeBasedType x, TimeBasedType y) => x.Unit == y.Unit,
            (IntervalType x, IntervalType y) => x.Unit == y.Unit,
            (Decimal128Type x, Decimal128Type y) => x.Precision == y.Precision && x.Scale == y.Scale,
            (Decimal256Type x, Decimal256Type y) => x.Precision == y.Precision && x.Scale == y.Scale,
            (FixedSizeBinaryType x, FixedSizeBinaryType y) => x.ByteWidth == y.ByteWidth,
            (FixedSizeListType x, FixedSizeListType y) => x.ListSize == y.ListSize && Same(x.ValueDataType, y.ValueDataType),
            (DictionaryType x, DictionaryType y) => Same(x.IndexType, y.IndexType) && Same(x.ValueType, y.ValueType),
            (NestedType x, NestedType y) => x.Fields.Count == y.Fields.Count
                && x.Fields.Zip(y.Fields).All(pair => Same(pair.First.DataType, pair.Second.DataType)),
            _ => true,
        };
    }

    /// <summary>Whether batches of <paramref name="b"/> can be written to a stream of <paramref name="a"/>.</summary>
    public static bool Same(Schema a, Schema b) => ReferenceEquals(a, b)
        || (a.FieldsList.Count == b.FieldsList.Count && a.FieldsList.Zip(b.FieldsList).All(pair => Same(pair.First.DataType, pair.Second.DataType)));
}
