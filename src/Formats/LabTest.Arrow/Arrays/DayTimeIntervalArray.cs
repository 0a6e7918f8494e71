using LabTest.Arrow.Scalars;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of calendar intervals of days and milliseconds.</summary>
public sealed class DayTimeIntervalArray : PrimitiveArray<DayTimeInterval>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public DayTimeIntervalArray(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(IntervalType.DayTime, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public DayTimeIntervalArray(ArrayData data)
        : base(data.Require(IntervalType.DayTime), ArrowTypeId.Interval)
    {
    }

    /// <summary>Collects intervals for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<DayTimeInterval, DayTimeIntervalArray, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(IntervalType.DayTime)
        {
        }

        private protected override DayTimeIntervalArray Create(ArrayData data) => new(data);
    }
}
