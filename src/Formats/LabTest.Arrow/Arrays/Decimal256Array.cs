using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of decimal numbers of 256 bits.</summary>
public sealed class Decimal256Array : FixedSizeBinaryArray
{
    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public Decimal256Array(ArrayData data)
        : base(data, ArrowTypeId.Decimal256)
    {
    }

    /// <summary>The number of decimal digits.</summary>
    public int Precision => Type.Precision;

    /// <summary>How many digits stand after the decimal point.</summary>
    public int Scale => Type.Scale;

    private Decimal256Type Type => (Decimal256Type)Data.DataType;

    /// <summary>The number at <paramref name="index"/>, or <see langword="null"/>.</summary>
    /// <exception cref="OverflowException">The number does not fit a <see cref="decimal"/>; <see cref="GetString"/> always does.</exception>
    public decimal? GetValue(int index) => IsValid(Checked(index)) ? DecimalNumbers.ToDecimal(GetBytes(index), Scale) : null;

    /// <summary>The number at <paramref name="index"/> with all its decimals, or <see langword="null"/>.</summary>
    public string? GetString(int index) => IsValid(Checked(index)) ? DecimalNumbers.ToText(GetBytes(index), Scale) : null;

    /// <summary>Collects values for an array.</summary>
    public new sealed class Builder : FixedSizeBinaryArrayBuilder<Decimal256Array, Builder>
    {
        private readonly Decimal256Type _type;

        /// <summary>Makes a builder for numbers of <paramref name="type"/>.</summary>
        public Builder(Decimal256Type type)
            : base(type) => _type = type;

        /// <summary>Appends a number.</summary>
        /// <exception cref="OverflowException">The number has more digits or decimals than the type.</exception>
        public Builder Append(decimal value) => AppendDecimal(value, _type.Precision, _type.Scale);

        /// <summary>Appends a number or a null.</summary>
        /// <exception cref="OverflowException">The number has more digits or decimals than the type.</exception>
        public Builder Append(decimal? value) => value is { } present ? Append(present) : AppendNull();

        /// <summary>Appends numbers.</summary>
        /// <exception cref="OverflowException">A number has more digits or decimals than the type.</exception>
        public Builder AppendRange(IEnumerable<decimal> values) => AppendEach(values, Append);

        private protected override Decimal256Array Create(ArrayData data) => new(data);
    }
}
