using LabTest.Arrow.Scalars;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of calendar intervals of months.</summary>
public sealed class YearMonthIntervalArray : PrimitiveArray<YearMonthInterval>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public YearMonthIntervalArray(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(IntervalType.YearMonth, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public YearMonthIntervalArray(ArrayData data)
        : base(data.Require(IntervalType.YearMonth), ArrowTypeId.Interval)
    {
    }

    /// <summary>Collects intervals for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<YearMonthInterval, YearMonthIntervalArray, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(IntervalType.YearMonth)
        {
        }

        private protected override YearMonthIntervalArray Create(ArrayData data) => new(data);
    }
}
