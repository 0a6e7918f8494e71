namespace LabTest.Units;

/// <summary>
/// How far a computed number may be from what was meant, because numbers have 53 binary digits: half a unit in the last place for writing a decimal
/// number, and for each operation (Higham, Accuracy and Stability of Numerical Algorithms, section 2.2). A bound grows with every sum, difference
/// and conversion, and what an operation adds to it is never more than 1e-12 of the larger operand.
/// </summary>
internal static class RoundingBounds
{
    private const double HalfDigit = 1.0 / (1L << 53);
    private const double Most = 1e-12;

    // Writing the number down, two operations, and a scale that is not exact, such as π/180.
    private const double Conversion = 8 * HalfDigit;

    /// <summary>The bound of a sum or difference.</summary>
    public static double OfSum(Quantity left, Quantity right, double result) =>
        OfSum(left.Value, left.Rounding, right.Value, right.Rounding, result);

    /// <inheritdoc cref="OfSum(Quantity, Quantity, double)"/>
    public static double OfSum(double left, double leftBound, double right, double rightBound, double result)
    {
        var own = HalfDigit * Math.Abs(left) + HalfDigit * Math.Abs(right) + HalfDigit * Math.Abs(result);
        return Capped(leftBound + rightBound + own, Math.Max(leftBound, rightBound), Math.Max(Math.Abs(left), Math.Abs(right)));
    }

    /// <summary>The bound of a sum or mean of many numbers of at most a magnitude.</summary>
    public static double OfMany(int count, double magnitude) => Capped((count + 2) * HalfDigit * Math.Abs(magnitude), 0, Math.Abs(magnitude));

    /// <summary>The bound of a product.</summary>
    public static double OfProduct(double left, double leftBound, double right, double rightBound, double result)
    {
        var inherited = Math.Abs(left) * rightBound + Math.Abs(right) * leftBound;
        return Capped(inherited + Conversion * Math.Abs(result), inherited, Math.Abs(result));
    }

    /// <summary>The bound of a quotient. A divisor that is hardly known makes nothing equal: it enters with 1e-12 at most.</summary>
    public static double OfQuotient(double left, double leftBound, double right, double rightBound, double result)
    {
        var divisor = Math.Abs(right);
        var inherited = leftBound / divisor + Math.Min(rightBound / divisor, Most) * Math.Abs(result);
        return Capped(inherited + Conversion * Math.Abs(result), rightBound <= Most * divisor ? inherited : 0, Math.Abs(result));
    }

    /// <summary>The bound of a number times an exact scale.</summary>
    public static double OfScale(double bound, double scale, double result) =>
        Capped(bound * Math.Abs(scale) + Conversion * Math.Abs(result), bound * Math.Abs(scale), Math.Abs(result));

    /// <summary>The bound of a number that was converted from one unit to another.</summary>
    public static double OfConversion(double value, double bound, Unit from, Unit to, double result)
    {
        if (from.Kind is not (UnitKind.Affine or UnitKind.Level) && to.Kind is not (UnitKind.Affine or UnitKind.Level))
            return OfScale(bound, from.Scale / to.Scale, result);
        var coherent = from.ToCoherent(value);
        return FromCoherent(coherent, InCoherent(value, bound, from, coherent), to, result);
    }

    /// <summary>Whether a value is below a limit by more than what rounding explains. What cannot be compared is below.</summary>
    public static bool IsBelow(Quantity value, Quantity limit)
    {
        var (distance, slack) = Distance(value, limit);
        return !(distance >= -slack);
    }

    /// <summary>Whether a value is above a limit by more than what rounding explains. What cannot be compared is above.</summary>
    public static bool IsAbove(Quantity value, Quantity limit)
    {
        var (distance, slack) = Distance(value, limit);
        return !(distance <= slack);
    }

    // In the limit's unit; in the value's where the limit is a level, which 0 W does not have. Two numbers that are as they were written are
    // compared as they are.
    private static (double Distance, double Slack) Distance(Quantity value, Quantity limit)
    {
        if (limit.Unit.Kind == UnitKind.Level && value.Unit.Kind != UnitKind.Level)
            limit = limit.To(value.Unit);
        var converted = value.To(limit.Unit);
        var distance = converted.Value - limit.Value;
        return converted.Rounding == 0 && limit.Rounding == 0
            ? (distance, 0)
            : (distance, OfSum(converted.Value, converted.Rounding, limit.Value, limit.Rounding, distance));
    }

    private static double InCoherent(double value, double bound, Unit unit, double coherent) => unit.Kind switch
    {
        UnitKind.Affine => (bound + Conversion * (Math.Abs(value) + Math.Abs(unit.Offset))) * unit.Scale,
        UnitKind.Level => coherent * (Math.Log(10) / unit.Decade * (bound + Conversion * Math.Abs(value)) + Conversion),
        _ => (bound + Conversion * Math.Abs(value)) * unit.Scale,
    };

    private static double FromCoherent(double coherent, double bound, Unit unit, double result) => unit.Kind switch
    {
        UnitKind.Affine => bound / unit.Scale + Conversion * (Math.Abs(result) + Math.Abs(unit.Offset)),
        UnitKind.Level => unit.Decade / Math.Log(10) * (bound / Math.Abs(coherent) + Conversion) + Conversion * Math.Abs(result),
        _ => bound / unit.Scale + Conversion * Math.Abs(result),
    };

    // What earlier operations left stays; growth ends at the most that is allowed.
    private static double Capped(double bound, double inherited, double operand) => Math.Min(bound, Math.Max(inherited, Most * operand));
}
