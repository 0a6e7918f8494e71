using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of dates; <see cref="PrimitiveArray{T}.Values"/> holds days since 1970-01-01.</summary>
public sealed class Date32Array : PrimitiveArray<int>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public Date32Array(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(Date32Type.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public Date32Array(ArrayData data)
        : base(data, ArrowTypeId.Date32)
    {
    }

    /// <summary>The date at <paramref name="index"/>, or <see langword="null"/>.</summary>
    /// <exception cref="OverflowException">The date lies outside the years 1 to 9999.</exception>
    public DateOnly? GetDateOnly(int index) => IsValid(Checked(index)) ? Epochs.Date(Values[index]) : null;

    /// <summary>Midnight of the date at <paramref name="index"/>, or <see langword="null"/>.</summary>
    /// <exception cref="OverflowException">The date lies outside the years 1 to 9999.</exception>
    public DateTime? GetDateTime(int index) => GetDateOnly(index)?.ToDateTime(TimeOnly.MinValue);

    /// <summary>Collects dates for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<int, Date32Array, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(Date32Type.Default)
        {
        }

        /// <summary>Appends a date.</summary>
        public Builder Append(DateOnly value) => Append(value.DayNumber - Epochs.UnixDay);

        /// <summary>Appends the date of a time.</summary>
        public Builder Append(DateTime value) => Append(DateOnly.FromDateTime(value));

        /// <summary>Appends a date or a null.</summary>
        public Builder Append(DateOnly? value) => value is { } present ? Append(present) : AppendNull();

        private protected override Date32Array Create(ArrayData data) => new(data);
    }
}
