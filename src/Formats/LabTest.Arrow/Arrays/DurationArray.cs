using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of lengths of time; <see cref="PrimitiveArray{T}.Values"/> holds them in the type's unit.</summary>
public sealed class DurationArray : PrimitiveArray<long>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public DurationArray(DurationType type, ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(type, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public DurationArray(ArrayData data)
        : base(data, ArrowTypeId.Duration)
    {
    }

    /// <summary>The duration at <paramref name="index"/> to 100 ns, or <see langword="null"/>.</summary>
    /// <exception cref="OverflowException">The duration does not fit a <see cref="TimeSpan"/>.</exception>
    public TimeSpan? GetTimeSpan(int index) =>
        IsValid(Checked(index)) ? new TimeSpan(TimeUnits.ToTicks(Values[index], ((DurationType)Data.DataType).Unit)) : null;

    /// <summary>Collects durations for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<long, DurationArray, Builder>
    {
        private readonly TimeUnit _unit;

        /// <summary>Makes a builder for durations of <paramref name="type"/>.</summary>
        public Builder(DurationType type)
            : base(type)
        {
            ArgumentNullException.ThrowIfNull(type);
            _unit = type.Unit;
        }

        /// <summary>Appends a duration; what is finer than the unit is cut off. Counts of units are appended as <see cref="long"/>.</summary>
        /// <exception cref="OverflowException">The duration does not fit the unit.</exception>
        public Builder Append(TimeSpan value) => Append(TimeUnits.FromTicks(value.Ticks, _unit));

        /// <summary>Appends a duration or a null; what is finer than the unit is cut off.</summary>
        /// <exception cref="OverflowException">The duration does not fit the unit.</exception>
        public Builder Append(TimeSpan? value) => value is { } present ? Append(present) : AppendNull();

        private protected override DurationArray Create(ArrayData data) => new(data);
    }
}
