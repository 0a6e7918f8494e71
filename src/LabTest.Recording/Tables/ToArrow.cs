using LabTest.Arrow;
using LabTest.Arrow.Types;
using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>Columns as Arrow arrays over the same memory.</summary>
internal static class ToArrow
{
    public static Field Field(Column column) => new(column.Name, Parts(column).Type, nullable: true,
        column.Unit.IsOne || column is TimeColumn ? null : new Dictionary<string, string>(StringComparer.Ordinal) { [ArrowNames.Unit] = column.Unit.Symbol });

    public static IArrowArray Array(Column column)
    {
        var (type, values) = Parts(column);
        var validity = column.NullCount == 0 ? ArrowBuffer.Empty : new ArrowBuffer(column.Validity);
        return ArrowArrayFactory.BuildArray(new ArrayData(type, column.Length, column.NullCount, offset: 0, [validity, .. values]));
    }

    private static (IArrowType Type, ArrowBuffer[] Values) Parts(Column column) => column switch
    {
        NumberColumn<sbyte> c => (Int8Type.Default, [ArrowBuffer.Wrap(c.Values)]),
        NumberColumn<short> c => (Int16Type.Default, [ArrowBuffer.Wrap(c.Values)]),
        NumberColumn<int> c => (Int32Type.Default, [ArrowBuffer.Wrap(c.Values)]),
        NumberColumn<long> c => (Int64Type.Default, [ArrowBuffer.Wrap(c.Values)]),
        NumberColumn<byte> c => (UInt8Type.Default, [ArrowBuffer.Wrap(c.Values)]),
        NumberColumn<ushort> c => (UInt16Type.Default, [ArrowBuffer.Wrap(c.Values)]),
        NumberColumn<uint> c => (UInt32Type.Default, [ArrowBuffer.Wrap(c.Values)]),
        NumberColumn<ulong> c => (UInt64Type.Default, [ArrowBuffer.Wrap(c.Values)]),
        NumberColumn<Half> c => (HalfFloatType.Default, [ArrowBuffer.Wrap(c.Values)]),
        NumberColumn<float> c => (FloatType.Default, [ArrowBuffer.Wrap(c.Values)]),
        NumberColumn<double> c => (DoubleType.Default, [ArrowBuffer.Wrap(c.Values)]),
        FlagColumn c => (BooleanType.Default, [new ArrowBuffer(c.Bits)]),
        TimeColumn c => (new TimestampType(TimeUnit.Nanosecond, "UTC"), [ArrowBuffer.Wrap(c.Values)]),
        TextColumn c => (StringType.Default, [ArrowBuffer.Wrap(c.Offsets), new ArrowBuffer(c.Bytes)]),
        _ => throw new RecordingException($"Column '{column.Name}' of {column.ValueType.Name} has no type in Arrow."),
    };
}
