namespace LabTest.Arrow.Types;

/// <summary>The type of decimal numbers held as 256-bit integers and a common power of ten.</summary>
public sealed class Decimal256Type : FixedSizeBinaryType
{
    /// <summary>Makes the type.</summary>
    /// <param name="precision">The number of decimal digits, from 1 to 76.</param>
    /// <param name="scale">How many of them stand after the decimal point.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="precision"/> is below 1 or above 76.</exception>
    public Decimal256Type(int precision, int scale)
        : base(ArrowTypeId.Decimal256, "decimal256", byteWidth: 32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, 76);
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
