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
            return new Quantity(left.Value + right.AsDifference(left, "added to"), left.Unit);
        if (right.Unit.Kind == UnitKind.Affine)
            return right + left;
        if (left.Unit.Kind == UnitKind.Level || right.Unit.Kind == UnitKind.Level)
            return AddLevels(left, right, 1);
        return new Quantity(left.Value + right.In(left.Unit), left.Unit);
    }

    /// <summary>The difference, in the unit of the left side; in kelvin between two temperatures on a scale.</summary>
    /// <exception cref="UnitMismatchException">The dimensions or kinds differ.</exception>
    public static Quantity operator -(Quantity left, Quantity right)
    {
        if (left.Unit.Kind == UnitKind.Affine && right.Unit.Kind == UnitKind.Affine)
            return new Quantity((left.Value - right.In(left.Unit)) * left.Unit.Scale, KnownUnits.Kelvin);
        if (left.Unit.Kind == UnitKind.Affine)
            return new Quantity(left.Value - right.AsDifference(left, "taken from"), left.Unit);
        if (right.Unit.Kind == UnitKind.Affine)
            return new Quantity(left.Value - right.In(left.Unit), left.Unit);
        if (left.Unit.Kind == UnitKind.Level || right.Unit.Kind == UnitKind.Level)
            return AddLevels(left, right, -1);
        return new Quantity(left.Value - right.In(left.Unit), left.Unit);
    }

    /// <summary>The product, in the named unit of its dimension: 5 V · 2 A is 10 W.</summary>
    /// <exception cref="UnitMismatchException">A factor is a temperature on a scale or a level.</exception>
    public static Quantity operator *(Quantity left, Quantity right)
    {
        left.RequireLinear();
        right.RequireLinear();
        if (left.Unit.Dimension.IsNone)
            return new Quantity(left.In(Unit.One) * right.Value, right.Unit);
        if (right.Unit.Dimension.IsNone)
            return new Quantity(left.Value * right.In(Unit.One), left.Unit);
        return Coherent(left.Unit.ToCoherent(left.Value) * right.Unit.ToCoherent(right.Value), left.Unit.Dimension * right.Unit.Dimension);
    }

    /// <summary>The quotient, in the named unit of its dimension; a bare number where the dimensions are the same.</summary>
    /// <exception cref="UnitMismatchException">A side is a temperature on a scale or a level.</exception>
    public static Quantity operator /(Quantity left, Quantity right)
    {
        left.RequireLinear();
        right.RequireLinear();
        if (right.Unit.Dimension.IsNone)
            return new Quantity(left.Value / right.In(Unit.One), left.Unit);
        if (left.Unit.ConvertsTo(right.Unit))
            return new Quantity(left.Value / right.In(left.Unit), Unit.One);
        return Coherent(left.Unit.ToCoherent(left.Value) / right.Unit.ToCoherent(right.Value), left.Unit.Dimension / right.Unit.Dimension);
    }

    /// <summary>The same magnitude with the other sign.</summary>
    public static Quantity operator -(Quantity quantity) => new(-quantity.Value, quantity.Unit);

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

    private static Quantity Coherent(double value, Dimension dimension) => new(value, UnitAlgebra.CoherentOf(dimension));

    // dBm ± dB is dBm and dBm − dBm is dB; dBm + dBm would multiply powers and is refused.
    private static Quantity AddLevels(Quantity left, Quantity right, int sign)
    {
        var leftRelative = left.Unit is { Kind: UnitKind.Level, Decade: 0 };
        var rightRelative = right.Unit is { Kind: UnitKind.Level, Decade: 0 };
        if (left.Unit.Kind == UnitKind.Level && rightRelative)
            return new Quantity(left.Value + sign * right.Value, left.Unit);
        if (right.Unit.Kind == UnitKind.Level && leftRelative && sign > 0)
            return new Quantity(left.Value + right.Value, right.Unit);
        if (sign < 0 && left.Unit.Kind == UnitKind.Level && left.Unit.ConvertsTo(right.Unit))
            return new Quantity(left.Value - right.In(left.Unit), KnownUnits.Decibel);
        throw new UnitMismatchException(
            $"{left} and {right} cannot be {(sign > 0 ? "added" : "subtracted")}: a level takes a gain or loss in dB. Convert to linear units first, as in To(\"W\").");
    }

    private double AsDifference(Quantity scale, string verb)
    {
        if (Unit.Kind == UnitKind.Affine)
            throw new UnitMismatchException($"{this} cannot be {verb} {scale}: both are temperatures on a scale. Give the difference in kelvin, as {Value} K.");
        return In(KnownUnits.Kelvin) / scale.Unit.Scale;
    }

    private void RequireLinear()
    {
        if (Unit.Kind == UnitKind.Affine)
            throw new UnitMismatchException($"{this} cannot be multiplied or divided: it is a temperature on a scale. Convert it first, as in To(\"K\").");
        if (Unit.Kind == UnitKind.Level)
            throw new UnitMismatchException($"{this} cannot be multiplied or divided: it is a level. Convert it first, as in To(\"W\").");
    }
}
