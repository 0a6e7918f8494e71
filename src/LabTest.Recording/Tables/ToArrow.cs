using LabTest.Arrow;
using LabTest.Arrow.Types;
using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>Columns as Arrow arrays over the same memory.</summary>
internal static class ToArrow
{
    public static Field Field(Column column) => new(column.Name, TypeOf(column), nullable: true,
        column.Unit.IsOne || column is TimeColumn ? null : new Dictionary<string, string>(StringComparer.Ordinal) { [ArrowNames.Unit] = column.Unit.Symbol });

    public static IArrowArray Array(Column column)
    {
        var validity = column.NullCount == 0 ? ArrowBuffer.Empty : new ArrowBuffer(column.Validity);
        return ArrowArrayFactory.BuildArray(new ArrayData(TypeOf(column), column.Length, column.NullCount, offset: 0, [validity, .. Values(column)]));
    }

    private static IArrowType TypeOf(Column column) => column switch
    {
        NumberColumn<sbyte> => Int8Type.Default,
        NumberColumn<short> => Int16Type.Default,
        NumberColumn<int> => Int32Type.Default,
        NumberColumn<long> => Int64Type.Default,
        NumberColumn<byte> => UInt8Type.Default,
        NumberColumn<ushort> => UInt16Type.Default,
        NumberColumn<uint> => UInt32Type.Default,
        NumberColumn<ulong> => UInt64Type.Default,
        NumberColumn<Half> => HalfFloatType.Default,
        NumberColumn<float> => FloatType.Default,
        NumberColumn<double> => DoubleType.Default,
        FlagColumn => BooleanType.Default,
        TimeColumn => new TimestampType(TimeUnit.Nanosecond, "UTC"),
        TextColumn => StringType.Default,
        _ => throw NoSuchType(column),
    };

    private static ArrowBuffer[] Values(Column column) => column switch
    {
        NumberColumn<sbyte> c => [ArrowBuffer.Wrap(c.Values)],
        NumberColumn<short> c => [ArrowBuffer.Wrap(c.Values)],
        NumberColumn<int> c => [ArrowBuffer.Wrap(c.Values)],
        NumberColumn<long> c => [ArrowBuffer.Wrap(c.Values)],
        NumberColumn<byte> c => [ArrowBuffer.Wrap(c.Values)],
        NumberColumn<ushort> c => [ArrowBuffer.Wrap(c.Values)],
        NumberColumn<uint> c => [ArrowBuffer.Wrap(c.Values)],
        NumberColumn<ulong> c => [ArrowBuffer.Wrap(c.Values)],
        NumberColumn<Half> c => [ArrowBuffer.Wrap(c.Values)],
        NumberColumn<float> c => [ArrowBuffer.Wrap(c.Values)],
        NumberColumn<double> c => [ArrowBuffer.Wrap(c.Values)],
        FlagColumn c => [new ArrowBuffer(c.Bits)],
        TimeColumn c => [ArrowBuffer.Wrap(c.Values)],
        TextColumn c => [ArrowBuffer.Wrap(c.Offsets), new ArrowBuffer(c.Bytes)],
        _ => throw NoSuchType(column),
    };

    private static RecordingException NoSuchType(Column column) => new($"Column '{column.Name}' of {column.ValueType.Name} has no type in Arrow.");
}
