using System.Globalization;

namespace LabTest;

/// <summary>What a parameter is set to or was read as: a quantity, a bare number, a flag or a text (a name of an enum among them).</summary>
public readonly struct ParameterValue : IEquatable<ParameterValue>
{
        private readonly Quantity _quantity;

    private ParameterValue(ParameterValueKind kind, Quantity quantity, string? text)
    {
        Kind = kind;
        _quantity = quantity;
        Text = text;
    }

    /// <summary>Which of the forms it has.</summary>
    public ParameterValueKind Kind { get; }

    /// <summary>The quantity of a number; NaN for what is no number.</summary>
    public Quantity Quantity => Kind is ParameterValueKind.Number or ParameterValueKind.Quantity ? _quantity : new Quantity(double.NaN, Unit.One);

    /// <summary>The flag: true only for a flag that is on.</summary>
    public bool Flag => Kind == ParameterValueKind.Flag && _quantity.Value != 0;

    /// <summary>The text; null for what is no text.</summary>
    public string? Text { get; }

    /// <summary>A quantity with its unit.</summary>
    public static implicit operator ParameterValue(Quantity quantity) => new(ParameterValueKind.Quantity, quantity, null);

    /// <summary>A measured quantity.</summary>
    public static implicit operator ParameterValue(Measurement measurement) => (measurement ?? throw new ArgumentNullException(nameof(measurement))).Quantity;

    /// <summary>A bare number, counted in the parameter's own unit.</summary>
    public static implicit operator ParameterValue(double number) => new(ParameterValueKind.Number, number, null);

    /// <summary>On or off.</summary>
    public static implicit operator ParameterValue(bool flag) => new(ParameterValueKind.Flag, flag ? 1 : 0, null);

    /// <summary>A text, or a name of an enum, or a quantity written out as <c>5 V</c>.</summary>
    public static implicit operator ParameterValue(string text) =>
        new(ParameterValueKind.Text, double.NaN, text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>Whether both are the same value.</summary>
    public static bool operator ==(ParameterValue left, ParameterValue right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ParameterValue left, ParameterValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ParameterValue other) => Kind == other.Kind && (Kind == ParameterValueKind.Text ? Text == other.Text : _quantity.Equals(other._quantity));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ParameterValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind == ParameterValueKind.Text ? HashCode.Combine(Text) : _quantity.GetHashCode();

    /// <summary>The value as a person writes it: <c>5 V</c>, <c>on</c>, <c>dc_voltage</c>.</summary>
    public override string ToString() => Kind switch
    {
        ParameterValueKind.Flag => Flag ? "on" : "off",
        ParameterValueKind.Text => Text!,
        _ => _quantity.ToString(null, CultureInfo.InvariantCulture),
    };
}
