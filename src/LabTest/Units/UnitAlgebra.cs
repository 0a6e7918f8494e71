using System.Buffers;

namespace LabTest.Units;

/// <summary>Products, quotients and powers of units.</summary>
internal static class UnitAlgebra
{
    private static readonly string[] Preferred = ["V", "A", "Ω", "W", "s", "Hz", "J", "C", "F", "H", "S", "N", "Pa", "T", "Wb", "K", "m", "kg"];
    private static readonly Lazy<Dictionary<Dimension, Unit>> Coherent = new(() => Preferred.Select(Unit.Parse).ToDictionary(u => u.Dimension));

    private static readonly SearchValues<char> Composing = SearchValues.Create("·/√^⁻⁰¹²³⁴⁵⁶⁷⁸⁹");

    public static Unit Multiply(Unit left, Unit right)
    {
        Require(left);
        Require(right);
        if (left.IsOne || right.IsOne)
            return left.IsOne ? right : left;
        return new Unit($"{left.Symbol}·{right.Symbol}", left.Dimension * right.Dimension, left.Factor * right.Factor);
    }

    public static Unit Divide(Unit left, Unit right)
    {
        Require(left);
        Require(right);
        if (right.IsOne)
            return left;
        var divisor = right.Symbol.AsSpan().IndexOfAny('·', '/') >= 0 ? $"({right.Symbol})" : right.Symbol;
        return new Unit($"{(left.IsOne ? "1" : left.Symbol)}/{divisor}", left.Dimension / right.Dimension, left.Factor / right.Factor);
    }

    public static Unit Power(Unit unit, double exponent)
    {
        Require(unit);
        // A power of a power is put in parentheses, or (m²)³ would be read as m²³.
        var symbol = unit.Symbol.AsSpan().IndexOfAny(Composing) >= 0 ? $"({unit.Symbol})" : unit.Symbol;
        var dimension = unit.Dimension.Power(exponent);
        return new Unit(exponent == 0.5 ? $"√{symbol}" : symbol + Superscript(exponent), dimension, unit.Factor.Power(exponent));
    }

    public static Unit WithKind(Unit unit, UnitKind kind, string suffix) =>
        new(unit.Symbol + suffix, unit.Dimension, unit.Factor, kind)
        {
            Root = unit.Root is null ? null : new Unit(unit.Root.Symbol + suffix, unit.Dimension, unit.Root.Factor, kind),
        };

    /// <summary>The coherent unit of a dimension, by name where it has one: V·A gives W.</summary>
    public static Unit CoherentOf(Dimension dimension) => dimension.IsNone
        ? Unit.One
        : Coherent.Value.TryGetValue(dimension, out var unit) ? unit : new Unit(dimension.ToString(), dimension, Factor.One);

    private static void Require(Unit unit)
    {
        if (unit.Kind is UnitKind.Affine or UnitKind.Level)
            throw new FormatException($"{unit.Symbol} cannot be part of a product or quotient; use {(unit.Kind == UnitKind.Affine ? "K" : "a linear unit")}");
    }

    private static string Superscript(double exponent) => exponent == Math.Round(exponent)
        ? string.Concat(((int)exponent).ToString().Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']))
        : $"^{exponent}";
}
