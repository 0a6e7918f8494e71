using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of times of day; <see cref="PrimitiveArray{T}.Values"/> holds them in the type's unit since midnight.</summary>
public sealed class Time32Array : PrimitiveArray<int>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public Time32Array(Time32Type type, ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(type, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public Time32Array(ArrayData data)
        : base(data, ArrowTypeId.Time32)
    {
    }

    /// <summary>The time at <paramref name="index"/> to 100 ns, or <see langword="null"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies outside a day.</exception>
    public TimeOnly? GetTime(int index) =>
        IsValid(Checked(index)) ? new TimeOnly(TimeUnits.ToTicks(Values[index], ((Time32Type)Data.DataType).Unit)) : null;

    /// <summary>Collects times for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<int, Time32Array, Builder>
    {
        private readonly TimeUnit _unit;

        /// <summary>Makes a builder for times of <paramref name="type"/>.</summary>
        public Builder(Time32Type type)
            : base(type)
        {
            ArgumentNullException.ThrowIfNull(type);
            _unit = type.Unit;
        }

        /// <summary>Makes a builder for times in <paramref name="unit"/>s.</summary>
        public Builder(TimeUnit unit = TimeUnit.Millisecond)
            : this(new Time32Type(unit))
        {
        }

        /// <summary>Appends a time; what is finer than the unit is cut off. Counts of units are appended as <see cref="int"/>.</summary>
        public Builder Append(TimeOnly value) => Append((int)TimeUnits.FromTicks(value.Ticks, _unit));

        /// <summary>Appends a time or a null; what is finer than the unit is cut off.</summary>
        public Builder Append(TimeOnly? value) => value is { } present ? Append(present) : AppendNull();

        private protected override Time32Array Create(ArrayData data) => new(data);
    }
}
