using LabTest.Arrow.Scalars;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of calendar intervals of months, days and nanoseconds.</summary>
public sealed class MonthDayNanosecondIntervalArray : PrimitiveArray<MonthDayNanosecondInterval>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public MonthDayNanosecondIntervalArray(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(IntervalType.MonthDayNanosecond, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public MonthDayNanosecondIntervalArray(ArrayData data)
        : base(data.Require(IntervalType.MonthDayNanosecond), ArrowTypeId.Interval)
    {
    }

    /// <summary>Collects intervals for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<MonthDayNanosecondInterval, MonthDayNanosecondIntervalArray, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(IntervalType.MonthDayNanosecond)
        {
        }

        private protected override MonthDayNanosecondIntervalArray Create(ArrayData data) => new(data);
    }
}
