using LabTest.Units;

namespace LabTest;

public readonly partial struct Quantity
{
    /// <summary>A bare number is a quantity without a unit.</summary>
    public static implicit operator Quantity(double value) => new(value, Unit.One);

    /// <summary>The sum, in the unit of the left side.</summary>
    /// <exception cref="UnitMismatchException">The dimensions or kinds differ, or both are temperatures on a scale.</exception>
    public static Quantity operator +(Quantity left, Quantity right)
    {
        if (left.Unit.Kind == UnitKind.Affine)
            return Sum(left, right.AsDifference(left, "added to"), left.Unit);
        if (right.Unit.Kind == UnitKind.Affine)
            return right + left;
        if (left.Unit.Kind == UnitKind.Level || right.Unit.Kind == UnitKind.Level)
            return AddLevels(left, right, 1);
        return Sum(left, right.To(left.Unit), left.Unit);
    }

    /// <summary>The difference, in the unit of the left side; in kelvin between two temperatures on a scale.</summary>
    /// <exception cref="UnitMismatchException">The dimensions or kinds differ.</exception>
    public static Quantity operator -(Quantity left, Quantity right)
    {
        if (left.Unit.Kind == UnitKind.Affine && right.Unit.Kind == UnitKind.Affine)
        {
            var degrees = Sum(left, -right.To(left.Unit), left.Unit);
            var kelvin = degrees.Value * left.Unit.Scale;
            return new Quantity(kelvin, KnownUnits.Kelvin, RoundingBounds.OfScale(degrees.Rounding, left.Unit.Scale, kelvin));
        }

        if (left.Unit.Kind == UnitKind.Affine)
            return Sum(left, -right.AsDifference(left, "taken from"), left.Unit);
        if (right.Unit.Kind == UnitKind.Affine)
            return Sum(left, -right.To(left.Unit), left.Unit);
        if (left.Unit.Kind == UnitKind.Level || right.Unit.Kind == UnitKind.Level)
            return AddLevels(left, right, -1);
        return Sum(left, -right.To(left.Unit), left.Unit);
    }

    /// <summary>The product, in the named unit of its dimension: 5 V · 2 A is 10 W.</summary>
    /// <exception cref="UnitMismatchException">A factor is a temperature on a scale or a level.</exception>
    public static Quantity operator *(Quantity left, Quantity right)
    {
        left.RequireLinear();
        right.RequireLinear();
        if (left.Unit.Dimension.IsNone)
            return Product(left.To(Unit.One), right, right.Unit);
        if (right.Unit.Dimension.IsNone)
            return Product(left, right.To(Unit.One), left.Unit);
        return Product(left.InCoherent(), right.InCoherent(), UnitAlgebra.CoherentOf(left.Unit.Dimension * right.Unit.Dimension));
    }

    /// <summary>The quotient, in the named unit of its dimension; a bare number where the dimensions are the same.</summary>
    /// <exception cref="UnitMismatchException">A side is a temperature on a scale or a level.</exception>
    public static Quantity operator /(Quantity left, Quantity right)
    {
        left.RequireLinear();
        right.RequireLinear();
        if (right.Unit.Dimension.IsNone)
            return Quotient(left, right.To(Unit.One), left.Unit);
        if (left.Unit.ConvertsTo(right.Unit))
            return Quotient(left, right.To(left.Unit), Unit.One);
        return Quotient(left.InCoherent(), right.InCoherent(), UnitAlgebra.CoherentOf(left.Unit.Dimension / right.Unit.Dimension));
    }

    /// <summary>The same magnitude with the other sign.</summary>
    public static Quantity operator -(Quantity quantity) => new(-quantity.Value, quantity.Unit, quantity.Rounding);

    /// <summary>Whether the left side is less.</summary>
    /// <exception cref="UnitMismatchException">The dimensions or kinds differ.</exception>
    public static bool operator <(Quantity left, Quantity right) => left.Value < right.In(left.Unit);

    /// <summary>Whether the left side is more.</summary>
    /// <exception cref="UnitMismatchException">The dimensions or kinds differ.</exception>
    public static bool operator >(Quantity left, Quantity right) => left.Value > right.In(left.Unit);

    /// <summary>Whether the left side is less or the same.</summary>
    /// <exception cref="UnitMismatchException">The dimensions or kinds differ.</exception>
    public static bool operator <=(Quantity left, Quantity right) => left.Value <= right.In(left.Unit);

    /// <summary>Whether the left side is more or the same.</summary>
    /// <exception cref="UnitMismatchException">The dimensions or kinds differ.</exception>
    public static bool operator >=(Quantity left, Quantity right) => left.Value >= right.In(left.Unit);

    /// <summary>Whether both are the same amount of the same thing.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    // Numbers of one unit, whatever the units of the sides say.
    private static Quantity Sum(Quantity left, Quantity right, Unit unit)
    {
        if (left.IsNone || right.IsNone)
            return new Quantity(double.NaN, unit);
        var sum = left.Value + right.Value;
        return new Quantity(sum, unit, RoundingBounds.OfSum(left, right, sum));
    }

    private static Quantity Product(Quantity left, Quantity right, Unit unit)
    {
        if (left.IsNone || right.IsNone)
            return new Quantity(double.NaN, unit);
        var product = left.Value * right.Value;
        return new Quantity(product, unit, RoundingBounds.OfProduct(left.Value, left.Rounding, right.Value, right.Rounding, product));
    }

    private static Quantity Quotient(Quantity left, Quantity right, Unit unit)
    {
        if (left.IsNone || right.IsNone)
            return new Quantity(double.NaN, unit);
        var quotient = left.Value / right.Value;
        return new Quantity(quotient, unit, RoundingBounds.OfQuotient(left.Value, left.Rounding, right.Value, right.Rounding, quotient));
    }

    // The number in coherent units of the SI; the unit it carries is not looked at.
    private Quantity InCoherent()
    {
        var coherent = IsNone ? double.NaN : Unit.ToCoherent(Value);
        return new Quantity(coherent, Unit, RoundingBounds.OfScale(Rounding, Unit.Scale, coherent));
    }

    // dBm ± dB is dBm and dBm − dBm is dB; dBm + dBm would multiply powers and is refused.
    private static Quantity AddLevels(Quantity left, Quantity right, int sign)
    {
        var leftRelative = left.Unit is { Kind: UnitKind.Level, Decade: 0 };
        var rightRelative = right.Unit is { Kind: UnitKind.Level, Decade: 0 };
        if (left.Unit.Kind == UnitKind.Level && rightRelative)
            return Sum(left, sign < 0 ? -right : right, left.Unit);
        if (right.Unit.Kind == UnitKind.Level && leftRelative && sign > 0)
            return Sum(left, right, right.Unit);
        if (sign < 0 && left.Unit.Kind == UnitKind.Level && left.Unit.ConvertsTo(right.Unit))
            return Sum(left, -right.To(left.Unit), KnownUnits.Decibel);
        throw new UnitMismatchException(
            $"{left} and {right} cannot be {(sign > 0 ? "added" : "subtracted")}: a level takes a gain or loss in dB. Convert to linear units first, as in To(\"W\").");
    }

    private Quantity AsDifference(Quantity scale, string verb)
    {
        if (Unit.Kind == UnitKind.Affine)
            throw new UnitMismatchException($"{this} cannot be {verb} {scale}: both are temperatures on a scale. Give the difference in kelvin, as {OfDifference(Value, Unit).Value:G7} K.");
        return Quotient(To(KnownUnits.Kelvin), new Quantity(scale.Unit.Scale, Unit.One), KnownUnits.Kelvin);
    }

    private void RequireLinear()
    {
        if (Unit.Kind == UnitKind.Affine)
            throw new UnitMismatchException($"{this} cannot be multiplied or divided: it is a temperature on a scale. Convert it first, as in To(\"K\").");
        if (Unit.Kind == UnitKind.Level)
            throw new UnitMismatchException($"{this} cannot be multiplied or divided: it is a level. Convert it first, as in To(\"W\").");
    }
}
