namespace LabTest;

/// <summary>
/// A named value that was measured and recorded: what limits are held against. Its identity across runs is the test, the name, the
/// conditions and the index.
/// </summary>
public sealed record Measurement
{
    /// <summary>The name, unique within its test.</summary>
    public required string Name { get; init; }

    /// <summary>What was measured.</summary>
    public required MeasuredValue Value { get; init; }

    /// <summary>When the (last) value arrived.</summary>
    public required Instant Time { get; init; }

    /// <summary>The path it was read from; none where it was computed.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// The standard uncertainty (GUM, JCGM 100:2008, section 2.3.1), in the unit of the value: the type B part from the instrument's
    /// accuracy, joined with the type A part of repeated samples. None where it is unknown, which is not zero.
    /// </summary>
    public Quantity? Uncertainty { get; init; }

    /// <summary>How many readings were averaged.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>What was set on purpose meanwhile, such as the place in a sweep.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>The id of the test that took it; none where it belongs to the run.</summary>
    public string? TestId { get; init; }

    /// <summary>Which of several of the same name and conditions in its test, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Which attempt of its test, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>What the value counts.</summary>
    public Unit Unit => Value.Unit;

    /// <summary>
    /// The value as a quantity; NaN for what is not a scalar and for a number that is not a valid value (infinite, or SCPI's 9.9E37 and 9.91E37), so
    /// that nothing computed from it is valid.
    /// </summary>
    public Quantity Quantity => Value is ScalarValue { Quantity: var quantity } && !NoValue.Is(quantity) ? quantity : new Quantity(double.NaN, Unit);

    /// <summary>Who records what is asserted of it.</summary>
    internal IMeasurementScope? Scope { get; init; }

    /// <summary>The place in the run's record, from 1.</summary>
    internal long Number { get; init; }

    /// <summary>A measured scalar stands for its quantity.</summary>
    public static implicit operator Quantity(Measurement measurement) =>
        (measurement ?? throw new ArgumentNullException(nameof(measurement))).Quantity;

    /// <inheritdoc cref="Quantity.op_Addition"/>
    public static Quantity operator +(Measurement left, Measurement right) => (Quantity)left + (Quantity)right;

    /// <inheritdoc cref="Quantity.op_Subtraction"/>
    public static Quantity operator -(Measurement left, Measurement right) => (Quantity)left - (Quantity)right;

    /// <inheritdoc cref="Quantity.op_Multiply"/>
    public static Quantity operator *(Measurement left, Measurement right) => (Quantity)left * (Quantity)right;

    /// <inheritdoc cref="Quantity.op_Division"/>
    public static Quantity operator /(Measurement left, Measurement right) => (Quantity)left / (Quantity)right;

    /// <summary>As it is shown: <c>rail_3v3 = 3.2998 V</c>.</summary>
    public override string ToString() => $"{Name} = {Value}";
}
