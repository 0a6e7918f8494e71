using LabTest.Arrow.Types;

namespace LabTest.Arrow;

public sealed partial class RecordBatch
{
    /// <summary>Offers a builder for each type of column: <c>column => column.Int32(values => values.Append(1))</c>.</summary>
    public sealed class ArrayBuilder
    {
        /// <summary>A column of truth values.</summary>
        public BooleanArray.Builder Boolean(Action<BooleanArray.Builder> action) => Fill(new BooleanArray.Builder(), action);

        /// <summary>A column of signed 8-bit integers.</summary>
        public Int8Array.Builder Int8(Action<Int8Array.Builder> action) => Fill(new Int8Array.Builder(), action);

        /// <summary>A column of signed 16-bit integers.</summary>
        public Int16Array.Builder Int16(Action<Int16Array.Builder> action) => Fill(new Int16Array.Builder(), action);

        /// <summary>A column of signed 32-bit integers.</summary>
        public Int32Array.Builder Int32(Action<Int32Array.Builder> action) => Fill(new Int32Array.Builder(), action);

        /// <summary>A column of signed 64-bit integers.</summary>
        public Int64Array.Builder Int64(Action<Int64Array.Builder> action) => Fill(new Int64Array.Builder(), action);

        /// <summary>A column of unsigned 8-bit integers.</summary>
        public UInt8Array.Builder UInt8(Action<UInt8Array.Builder> action) => Fill(new UInt8Array.Builder(), action);

        /// <summary>A column of unsigned 16-bit integers.</summary>
        public UInt16Array.Builder UInt16(Action<UInt16Array.Builder> action) => Fill(new UInt16Array.Builder(), action);

        /// <summary>A column of unsigned 32-bit integers.</summary>
        public UInt32Array.Builder UInt32(Action<UInt32Array.Builder> action) => Fill(new UInt32Array.Builder(), action);

        /// <summary>A column of unsigned 64-bit integers.</summary>
        public UInt64Array.Builder UInt64(Action<UInt64Array.Builder> action) => Fill(new UInt64Array.Builder(), action);

        /// <summary>A column of IEEE 754 binary32 numbers.</summary>
        public FloatArray.Builder Float(Action<FloatArray.Builder> action) => Fill(new FloatArray.Builder(), action);

        /// <summary>A column of IEEE 754 binary64 numbers.</summary>
        public DoubleArray.Builder Double(Action<DoubleArray.Builder> action) => Fill(new DoubleArray.Builder(), action);

        /// <summary>A column of texts.</summary>
        public StringArray.Builder String(Action<StringArray.Builder> action) => Fill(new StringArray.Builder(), action);

        /// <summary>A column of values of any number of bytes.</summary>
        public BinaryArray.Builder Binary(Action<BinaryArray.Builder> action) => Fill(new BinaryArray.Builder(), action);

        /// <summary>A column of dates, in days.</summary>
        public Date32Array.Builder Date32(Action<Date32Array.Builder> action) => Fill(new Date32Array.Builder(), action);

        /// <summary>A column of dates, in milliseconds.</summary>
        public Date64Array.Builder Date64(Action<Date64Array.Builder> action) => Fill(new Date64Array.Builder(), action);

        /// <summary>A column of instants.</summary>
        public TimestampArray.Builder Timestamp(TimestampType type, Action<TimestampArray.Builder> action) => Fill(new TimestampArray.Builder(type), action);

        /// <summary>A column of lists of nullable elements.</summary>
        public ListArray.Builder List(IArrowType valueDataType, Action<ListArray.Builder> action) => Fill(new ListArray.Builder(valueDataType), action);

        private static TBuilder Fill<TBuilder>(TBuilder builder, Action<TBuilder> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            action(builder);
            return builder;
        }
    }
}
