using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of instants since 1970-01-01; <see cref="PrimitiveArray{T}.Values"/> holds them in the type's unit.</summary>
public sealed class TimestampArray : PrimitiveArray<long>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public TimestampArray(TimestampType type, ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(type, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public TimestampArray(ArrayData data)
        : base(data, ArrowTypeId.Timestamp)
    {
    }

    /// <summary>The instant at <paramref name="index"/> to 100 ns, or <see langword="null"/>.</summary>
    /// <exception cref="OverflowException">The instant lies outside the years 1 to 9999.</exception>
    public DateTimeOffset? GetTimestamp(int index) => IsValid(Checked(index)) ? GetTimestampUnchecked(index) : null;

    /// <summary>The instant at <paramref name="index"/> to 100 ns, whether or not it is null.</summary>
    /// <exception cref="OverflowException">The instant lies outside the years 1 to 9999.</exception>
    public DateTimeOffset GetTimestampUnchecked(int index) => Epochs.At(TimeUnits.ToTicks(Values[index], ((TimestampType)Data.DataType).Unit));

    /// <summary>Collects instants for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<long, TimestampArray, Builder>
    {
        private readonly TimeUnit _unit;

        /// <summary>Makes a builder for milliseconds in UTC.</summary>
        public Builder()
            : this(TimestampType.Default)
        {
        }

        /// <summary>Makes a builder for instants in <paramref name="unit"/>s, shown in <paramref name="timezone"/>.</summary>
        public Builder(TimeUnit unit, string? timezone)
            : this(new TimestampType(unit, timezone))
        {
        }

        /// <summary>Makes a builder for instants of <paramref name="type"/>.</summary>
        public Builder(TimestampType type)
            : base(type)
        {
            ArgumentNullException.ThrowIfNull(type);
            _unit = type.Unit;
        }

        /// <summary>Appends an instant; what is finer than the unit is cut off. Counts of units are appended as <see cref="long"/>.</summary>
        /// <exception cref="OverflowException">The instant does not fit the unit.</exception>
        public Builder Append(DateTimeOffset value) => Append(TimeUnits.FromTicks(Epochs.Since(value), _unit));

        /// <summary>Appends an instant or a null; what is finer than the unit is cut off.</summary>
        /// <exception cref="OverflowException">The instant does not fit the unit.</exception>
        public Builder Append(DateTimeOffset? value) => value is { } present ? Append(present) : AppendNull();

        /// <summary>Appends instants; what is finer than the unit is cut off.</summary>
        /// <exception cref="OverflowException">An instant does not fit the unit.</exception>
        public Builder AppendRange(IEnumerable<DateTimeOffset> values) => AppendEach(values, Append);

        private protected override TimestampArray Create(ArrayData data) => new(data);
    }
}
