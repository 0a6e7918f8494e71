using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LabTest.Units;

namespace LabTest;

/// <summary>
/// A value with its unit, such as <c>3.3 V</c>. It keeps the unit it was given in; arithmetic and comparison convert, and mixing
/// dimensions throws <see cref="UnitMismatchException"/>. Temperatures in °C and °F follow their scale: 25 °C + 5 K is 30 °C,
/// 25 °C + 5 °C is refused, and differences are kelvin. What is not a valid value (NaN, infinite, SCPI's 9.9E37 and 9.91E37) makes none: sums,
/// differences, products and quotients with it are NaN.
/// </summary>
/// <param name="value">The number.</param>
/// <param name="unit">What it counts.</param>
public readonly partial struct Quantity(double value, Unit unit) : IEquatable<Quantity>, IComparable<Quantity>
{
    private readonly Unit? _unit = unit ?? throw new ArgumentNullException(nameof(unit));

    /// <summary>Makes a quantity that was computed.</summary>
    internal Quantity(double value, Unit unit, double rounding)
        : this(value, unit) => Rounding = rounding;

    /// <summary>The number, in <see cref="Unit"/>.</summary>
    public double Value { get; } = value;

    /// <summary>What the number counts.</summary>
    public Unit Unit => _unit ?? Unit.One;

    /// <summary>Whether there is no number: NaN is what a reading without a valid value gives.</summary>
    public bool IsNaN => double.IsNaN(Value);

    /// <summary>
    /// How far the number may be from the exact result of the conversions, sums and differences it comes from, in its unit; 0 for a number as it was
    /// written. Limits are widened by it; comparison and equality of quantities take the number as it is.
    /// </summary>
    internal double Rounding { get; }

    /// <summary>Whether it is no valid value: what is computed from it is none either.</summary>
    private bool IsNone => NoValue.Is(this);

    /// <summary>The magnitude, in the same unit.</summary>
    public Quantity Abs() => new(Math.Abs(Value), Unit, Rounding);

    /// <summary>The number in another unit of the same dimension; NaN where the number is not a valid value and would look like one there.</summary>
    /// <exception cref="UnitMismatchException">The unit is of another dimension or kind.</exception>
    public double In(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var own = Unit;
        if (ReferenceEquals(own, unit) || own.Equals(unit))
            return Value;
        if (!own.ConvertsTo(unit))
            throw new UnitMismatchException(this, unit);
        var converted = own.Kind is UnitKind.Affine or UnitKind.Level || unit.Kind is UnitKind.Affine or UnitKind.Level
            ? unit.FromCoherent(own.ToCoherent(Value))
            : (own.Factor / unit.Factor).Apply(Value);

        // 9.9E37 mV are 9.9E34 V, which would look like a value.
        return IsNone && !NoValue.Is(new Quantity(converted, unit)) ? double.NaN : converted;
    }

    /// <summary>A difference between two numbers of a unit: in kelvin for temperatures on a scale, in dB for levels.</summary>
    internal static Quantity OfDifference(double value, Unit unit) => unit.Kind switch
    {
        UnitKind.Affine => new Quantity(value * unit.Scale, KnownUnits.Kelvin),
        UnitKind.Level => new Quantity(value, KnownUnits.Decibel),
        _ => new Quantity(value, unit),
    };

    /// <summary>
    /// The number in another unit of what is a difference: 0.5 K is a difference of 0.5 °C, wherever the scale begins, and 0.5 dB one of 0.5 dBm.
    /// </summary>
    /// <exception cref="UnitMismatchException">The unit is of another dimension or kind.</exception>
    internal double DifferenceIn(Unit unit)
    {
        if (unit is { Kind: UnitKind.Level, Decade: not 0 })
        {
            return Unit is { Kind: UnitKind.Level, Decade: 0 } || Unit == unit ? Value
                : throw new UnitMismatchException($"{this} is not a difference between levels in {unit}; give it in dB, as in 0.5 dB.");
        }

        if (!Unit.ConvertsTo(unit))
            throw new UnitMismatchException(this, unit);
        return Unit.Kind == UnitKind.Affine || unit.Kind == UnitKind.Affine ? (Unit.Factor / unit.Factor).Apply(Value) : In(unit);
    }

    /// <summary>This, which is meant as a difference: 1 °C as one would be 274.15 K, since it is counted from the zero of its scale.</summary>
    /// <param name="what">What it is, as the start of a sentence.</param>
    /// <exception cref="UnitMismatchException">It is a temperature on a scale.</exception>
    internal Quantity RequireDifference(string what) => Unit.Kind == UnitKind.Affine ? throw NoDifference(what) : this;

    /// <summary>Says that this is a temperature on a scale where a difference is meant, and what to give.</summary>
    /// <param name="what">What it is, as the start of a sentence.</param>
    internal UnitMismatchException NoDifference(string what) =>
        new($"{what} is {this}, a temperature on a scale, where a difference is meant. Give it in kelvin, as {OfDifference(Value, Unit).Value:G7} K.");

    /// <summary>The same quantity in another unit.</summary>
    /// <inheritdoc cref="In(LabTest.Unit)" path="/exception"/>
    public Quantity To(Unit unit)
    {
        var converted = In(unit);
        return new Quantity(converted, unit, ReferenceEquals(Unit, unit) || Unit.Equals(unit) ? Rounding : RoundingBounds.OfConversion(Value, Rounding, Unit, unit, converted));
    }

    /// <summary>The same quantity in another unit, by its symbol.</summary>
    /// <inheritdoc cref="In(LabTest.Unit)" path="/exception"/>
    public Quantity To(string unit) => To(Unit.Parse(unit));

    /// <summary>The voltage (rms) that a power level such as dBm or a power makes across an impedance: U = √(P·Z).</summary>
    /// <exception cref="UnitMismatchException">This is no power, or <paramref name="impedance"/> no resistance.</exception>
    public Quantity ToVolts(Quantity impedance)
    {
        var squared = To(KnownUnits.Watt) * impedance.To(KnownUnits.Ohm);
        var volts = Math.Sqrt(squared.Value);
        return new Quantity(volts, KnownUnits.VoltRms, volts > 0 ? RoundingBounds.OfQuotient(squared.Value, squared.Rounding, volts, 0, volts) : 0);
    }

    /// <summary>Reads a quantity such as <c>3.3 V</c>, <c>20mV</c> or <c>0.05 %</c>; a number alone has no unit.</summary>
    /// <exception cref="FormatException">The text is not a quantity; the message says which part.</exception>
    public static Quantity Parse(string text) =>
        QuantityParser.TryParse(text ?? throw new ArgumentNullException(nameof(text)), out var quantity, out var problem)
            ? quantity
            : throw new FormatException(problem);

    /// <summary>Reads a quantity, if the text is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quantity quantity)
    {
        quantity = default;
        return text is not null && QuantityParser.TryParse(text, out quantity, out _);
    }

    /// <summary>Whether both have the same value once given in one unit. Quantities of different dimensions are not equal.</summary>
    public bool Equals(Quantity other) => Unit.ConvertsTo(other.Unit) && Value.Equals(other.In(Unit));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Unit.Dimension, (float)Unit.ToCoherent(Value));

    /// <summary>Orders quantities of one dimension.</summary>
    /// <exception cref="UnitMismatchException">The other is of another dimension or kind.</exception>
    public int CompareTo(Quantity other) => Value.CompareTo(other.In(Unit));

    /// <summary>In engineering notation with up to seven digits: <c>300 mA</c>, <c>3.3 V</c>, <c>25 °C</c>.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);
}
