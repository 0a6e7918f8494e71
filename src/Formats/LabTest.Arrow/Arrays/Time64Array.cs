using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of times of day; <see cref="PrimitiveArray{T}.Values"/> holds them in the type's unit since midnight.</summary>
public sealed class Time64Array : PrimitiveArray<long>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public Time64Array(Time64Type type, ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(type, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public Time64Array(ArrayData data)
        : base(data, ArrowTypeId.Time64)
    {
    }

    /// <summary>The time at <paramref name="index"/> to 100 ns, or <see langword="null"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies outside a day.</exception>
    public TimeOnly? GetTime(int index) =>
        IsValid(Checked(index)) ? new TimeOnly(TimeUnits.ToTicks(Values[index], ((Time64Type)Data.DataType).Unit)) : null;

    /// <summary>Collects times for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<long, Time64Array, Builder>
    {
        private readonly TimeUnit _unit;

        /// <summary>Makes a builder for times of <paramref name="type"/>.</summary>
        public Builder(Time64Type type)
            : base(type)
        {
            ArgumentNullException.ThrowIfNull(type);
            _unit = type.Unit;
        }

        /// <summary>Makes a builder for times in <paramref name="unit"/>s.</summary>
        public Builder(TimeUnit unit = TimeUnit.Nanosecond)
            : this(new Time64Type(unit))
        {
        }

        /// <summary>Appends a time; what is finer than the unit is cut off. Counts of units are appended as <see cref="long"/>.</summary>
        public Builder Append(TimeOnly value) => Append(TimeUnits.FromTicks(value.Ticks, _unit));

        /// <summary>Appends a time or a null; what is finer than the unit is cut off.</summary>
        public Builder Append(TimeOnly? value) => value is { } present ? Append(present) : AppendNull();

        private protected override Time64Array Create(ArrayData data) => new(data);
    }
}
