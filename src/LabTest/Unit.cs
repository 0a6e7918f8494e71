using System.Diagnostics.CodeAnalysis;
using LabTest.Units;

namespace LabTest;

/// <summary>
/// What a value is counted in: a symbol, a <see cref="LabTest.Dimension"/>, a <see cref="UnitKind"/> and a scale to the coherent unit of the SI.
/// Written as in the SI Brochure and UCUM: prefixes (<c>mV</c>, <c>µs</c> or <c>us</c>), products and quotients (<c>V/us</c>, <c>Sa/s</c>,
/// <c>nV/√Hz</c>, <c>W/(m2.K)</c>), and the kinds <c>Vrms</c>, <c>Vpp</c>, <c>Vpk</c>, <c>°C</c>, <c>dBm</c>.
/// </summary>
public sealed class Unit : IEquatable<Unit>
{
    internal Unit(string symbol, Dimension dimension, Factor factor, UnitKind kind = UnitKind.Plain)
    {
        Symbol = symbol;
        Dimension = dimension;
        Factor = factor;
        Kind = kind;
    }

    /// <summary>The unit of a bare number; its symbol is empty.</summary>
    public static Unit One { get; } = new("", Dimension.None, Factor.One);

    /// <summary>The symbol, such as <c>mV</c>; empty for a bare number.</summary>
    public string Symbol { get; }

    /// <summary>The kind of thing that is measured.</summary>
    public Dimension Dimension { get; }

    /// <summary>What the value says of a signal.</summary>
    public UnitKind Kind { get; }

    /// <summary>Whether this is the unit of a bare number.</summary>
    public bool IsOne => Symbol.Length == 0;

    /// <summary>One of this unit in coherent units of the SI; for <see cref="UnitKind.Level"/> what 0 dB stands for.</summary>
    public double Scale => Factor.Value;

    internal Factor Factor { get; }

    /// <summary>What is added before scaling: 273.15 for °C.</summary>
    internal double Offset { get; init; }

    /// <summary>Decibels a decade: 10 for powers, 20 for amplitudes, 0 for a level without a reference (dB).</summary>
    internal int Decade { get; init; }

    /// <summary>The same unit without its prefix, where it may carry one.</summary>
    internal Unit? Root { get; init; }

    /// <summary>The product, such as <c>V·s</c>.</summary>
    public static Unit operator *(Unit left, Unit right) => UnitAlgebra.Multiply(left, right);

    /// <summary>The quotient, such as <c>V/s</c>.</summary>
    public static Unit operator /(Unit left, Unit right) => UnitAlgebra.Divide(left, right);

    /// <summary>Whether both mean the same: <c>Ohm</c> is <c>Ω</c>.</summary>
    public static bool operator ==(Unit? left, Unit? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Unit? left, Unit? right) => !(left == right);

    /// <summary>Reads a unit.</summary>
    /// <exception cref="FormatException">The text is not a unit; the message says which part of it, and what may have been meant.</exception>
    public static Unit Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return UnitParser.TryParse(text, out var unit, out var problem) ? unit : throw new FormatException(problem);
    }

    /// <summary>Reads a unit, if the text is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Unit? unit)
    {
        unit = null;
        return text is not null && UnitParser.TryParse(text, out unit, out _);
    }

    /// <summary>Whether values in this unit can be given in <paramref name="other"/>.</summary>
    public bool ConvertsTo(Unit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Dimension == other.Dimension && (Kind == other.Kind || (IsAbsolute && other.IsAbsolute));
    }

    /// <summary>The unit as part of a sentence: <c>mV (voltage)</c>, <c>a bare number</c>.</summary>
    public string Describe()
    {
        if (IsOne)
            return "a bare number";
        var meaning = DimensionNames.Find(Dimension);
        return meaning is null ? Symbol : $"{Symbol} ({meaning}{KindSuffix})";
    }

    /// <inheritdoc/>
    public bool Equals(Unit? other) => ReferenceEquals(this, other) || (other is not null
        && Dimension == other.Dimension && Kind == other.Kind && Factor == other.Factor && Offset == other.Offset && Decade == other.Decade);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, Kind, Factor);

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;

    /// <summary>A value of this unit in coherent units of the SI.</summary>
    internal double ToCoherent(double value) => Kind switch
    {
        UnitKind.Affine => Factor.Apply(value + Offset),
        UnitKind.Level => Factor.Apply(Math.Pow(10, value / Decade)),
        _ => Factor.Apply(value),
    };

    /// <summary>A value in coherent units of the SI in this unit.</summary>
    internal double FromCoherent(double value) => Kind switch
    {
        UnitKind.Affine => (Factor.One / Factor).Apply(value) - Offset,
        UnitKind.Level => Decade * Math.Log10((Factor.One / Factor).Apply(value)),
        _ => (Factor.One / Factor).Apply(value),
    };

    // Plain values, temperatures on a scale and levels with a reference all stand for an amount of the same thing.
    private bool IsAbsolute => Kind is UnitKind.Plain or UnitKind.Affine || (Kind == UnitKind.Level && Decade != 0);

    private string KindSuffix => Kind switch
    {
        UnitKind.Rms => ", rms",
        UnitKind.PeakToPeak => ", peak to peak",
        UnitKind.Peak => ", peak",
        _ => "",
    };
}
