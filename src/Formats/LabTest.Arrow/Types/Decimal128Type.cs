namespace LabTest.Arrow.Types;

/// <summary>The type of decimal numbers held as 128-bit integers and a common power of ten.</summary>
public sealed class Decimal128Type : FixedSizeBinaryType
{
    /// <summary>Makes the type.</summary>
    /// <param name="precision">The number of decimal digits, from 1 to 38.</param>
    /// <param name="scale">How many of them stand after the decimal point.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="precision"/> is below 1 or above 38.</exception>
    public Decimal128Type(int precision, int scale)
        : base(ArrowTypeId.Decimal128, "decimal128", byteWidth: 16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, 38);
        Precision = precision;
        Scale = scale;
    }

    /// <summary>The number of decimal digits.</summary>
    public int Precision { get; }

    /// <summary>How many digits stand after the decimal point.</summary>
    public int Scale { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}({Precision}, {Scale})";
}
