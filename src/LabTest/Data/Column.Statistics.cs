using LabTest.Units;
using MathNet.Numerics.Statistics;

namespace LabTest.Data;

public abstract partial class Column
{
    /// <summary>
    /// The mean. As for all statistics, every row has to have a valid value: where one is missing, NaN, infinite or a number by which instruments say that there
    /// is no value (SCPI's 9.9E37 and 9.91E37), it may have been anything, and the result is NaN, which no limit accepts. <c>Valid().Mean()</c> leaves such rows out.
    /// </summary>
    /// <exception cref="InvalidOperationException">The column holds no numbers.</exception>
    public Quantity Mean()
    {
        var numbers = WholeNumbers();
        return new Quantity(ArrayStatistics.Mean(numbers), Unit, RoundingBounds.OfMany(numbers.Length, ArrayStatistics.MaximumAbsolute(numbers)));
    }

    /// <summary>
    /// The standard deviation of the sample (divided by n − 1). It is a difference: of a column in °C it is in kelvin, of one in dBm in dB.
    /// </summary>
    /// <inheritdoc cref="Mean" path="/exception"/>
    public Quantity StandardDeviation() => Difference(ArrayStatistics.StandardDeviation(WholeNumbers()));

    /// <summary>The minimum.</summary>
    /// <inheritdoc cref="Mean" path="/exception"/>
    public Quantity Minimum() => new(ArrayStatistics.Minimum(WholeNumbers()), Unit);

    /// <summary>The maximum.</summary>
    /// <inheritdoc cref="Mean" path="/exception"/>
    public Quantity Maximum() => new(ArrayStatistics.Maximum(WholeNumbers()), Unit);

    /// <summary>The median.</summary>
    /// <inheritdoc cref="Mean" path="/exception"/>
    public Quantity Median() => Quantile(0.5);

    /// <summary>The value below which a share of the values lies, linear between two of them (as NumPy, pandas and R's type 7 have it).</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not from 0 to 1.</exception>
    /// <inheritdoc cref="Mean" path="/exception"/>
    public Quantity Quantile(double share)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile is asked for by a share from 0 to 1, such as 0.95.");
        var sorted = WholeNumbers();
        Array.Sort(sorted);
        return new Quantity(QuantileOf(sorted, share), Unit);
    }

    /// <summary>A quantile of numbers that rise.</summary>
    internal static double QuantileOf(double[] sorted, double share) => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);

    /// <summary>
    /// Only the values that are valid: neither missing nor NaN, infinite or a number by which instruments say that there is no value. What is asserted of the
    /// rest says nothing of the rows that are left out.
    /// </summary>
    public Column Valid() => Take([.. Enumerable.Range(0, Length).Where(IsValid)]);

    /// <summary>Whether a row has a valid value.</summary>
    internal bool IsValid(int row) => HasValue(row) && !(IsNumeric && NoValue.Is(new Quantity(Number(row), Unit)));

    /// <summary>The numbers, where every row has a valid one; else none, of which every statistic is NaN.</summary>
    internal double[] WholeNumbers()
    {
        RequireNumbers();
        for (var row = 0; row < Length; row++)
        {
            if (!IsValid(row))
                return [];
        }

        return ToNumbers();
    }

    /// <summary>A difference between two values of this column.</summary>
    internal Quantity Difference(double value) => Unit.Kind switch
    {
        UnitKind.Affine => new Quantity(value * Unit.Scale, KnownUnits.Kelvin),
        UnitKind.Level => new Quantity(value, KnownUnits.Decibel),
        _ => new Quantity(value, Unit),
    };

    /// <summary>A difference as a number in this column's unit: of a column in °C, kelvin.</summary>
    /// <exception cref="UnitMismatchException">It is no difference between two such values.</exception>
    internal double DifferenceOf(Quantity quantity) => Unit.Kind switch
    {
        UnitKind.Affine => quantity.RequireDifference($"The distance along column '{Name}'").In(KnownUnits.Kelvin) / Unit.Scale,
        UnitKind.Level => quantity.In(KnownUnits.Decibel),
        _ => quantity.RequireDifference($"The distance along column '{Name}'").In(Unit),
    };

    private void RequireNumbers()
    {
        if (!IsNumeric)
            throw new InvalidOperationException($"Column '{Name}' holds {Content}; this needs a column of numbers.");
    }
}
