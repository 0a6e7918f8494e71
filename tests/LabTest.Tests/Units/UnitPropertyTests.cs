using FsCheck;
using FsCheck.Fluent;
using LabTest.Units;

namespace LabTest.Tests.Units;

/// <summary>Every unit, every prefix, and random products of them.</summary>
public sealed class UnitPropertyTests
{
    // SI Brochure, 9th edition, table 7.
    private static readonly (string Symbol, int Exponent)[] Prefixes =
    [
        ("da", 1), ("h", 2), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("E", 18), ("Z", 21), ("Y", 24), ("R", 27), ("Q", 30),
        ("d", -1), ("c", -2), ("m", -3), ("µ", -6), ("n", -9), ("p", -12), ("f", -15), ("a", -18), ("z", -21), ("y", -24), ("r", -27), ("q", -30),
    ];

    // What has a meaning of its own before it is a prefix and a unit.
    private static readonly string[] Own = ["cd", "dB"];

    private static IEnumerable<string> Symbols => UnitTable.Symbols.Where(s => !s.Contains('·', StringComparison.Ordinal));

    [Fact]
    public void Every_symbol_is_read_as_its_unit_and_written_so_that_it_is_read_again()
    {
        foreach (var symbol in Symbols)
        {
            var unit = Unit.Parse(symbol);

            Unit.Parse(unit.Symbol).Should().Be(unit, symbol);
            Unit.Parse(unit.Symbol).Symbol.Should().Be(unit.Symbol);
            unit.Describe().Should().StartWith(unit.Symbol);
        }
    }

    [Fact]
    public void Every_prefix_scales_every_unit_that_takes_one()
    {
        foreach (var symbol in Symbols.Where(UnitTable.TakesPrefix))
        {
            var root = Unit.Parse(symbol);
            foreach (var (prefix, exponent) in Prefixes.Where(p => !Own.Contains(p.Symbol + symbol)))
            {
                var unit = Unit.Parse(prefix + symbol);

                unit.Symbol.Should().Be(prefix + root.Symbol);
                unit.Dimension.Should().Be(root.Dimension, unit.Symbol);
                (unit.Scale / root.Scale / Math.Pow(10, exponent)).Should().BeApproximately(1, 1e-14, unit.Symbol);
                Unit.Parse(unit.Symbol).Should().Be(unit);
            }
        }
    }

    [Fact]
    public void No_prefix_goes_before_a_unit_that_takes_none()
    {
        foreach (var symbol in Symbols.Where(s => !UnitTable.TakesPrefix(s)))
            Unit.TryParse("k" + symbol, out _).Should().BeFalse("k" + symbol);
    }

    [Fact]
    public void Products_quotients_and_powers_mean_what_they_say_and_are_read_as_they_are_written() =>
        Prop.ForAll(Arb.From(Terms(3)), term =>
        {
            if (!Unit.TryParse(term.Text, out var unit))
                return Math.Abs(Math.Log10(term.Scale)) > 250 || term.Text.Length > 100;
            var again = Unit.TryParse(unit.Symbol, out var read) ? read : unit.Symbol.Length > 100 ? unit : null;
            return unit.Dimension == term.Dimension && Math.Abs(unit.Scale / term.Scale - 1) < 1e-9
                && again is not null && again.Dimension == unit.Dimension && Math.Abs(again.Scale / unit.Scale - 1) < 1e-12;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));

    [Theory]
    [InlineData("(m2)3", "(m²)³", "m6")]
    [InlineData("(s-1)2", "(s⁻¹)²", "s-2")]
    [InlineData("N m", "N·m", "J")]
    [InlineData("W m-2 K-1", "W·m⁻²·K⁻¹", "W/(m2.K)")]
    [InlineData("V / √Hz", "V/√Hz", "V.Hz^-0.5")]
    [InlineData("( V s ) / m", "(V·s)/m", "V.s/m")]
    [InlineData("Nm", "N·m", "J")]
    [InlineData("rpm", "rpm", "1/min")]
    [InlineData("lm", "lm", "cd.sr")]
    [InlineData("km/h", "km/h", "5 m/(18 s)")]
    public void Reads_what_laboratories_write(string text, string symbol, string same)
    {
        var unit = Unit.Parse(text);

        unit.Symbol.Should().BeOneOf(symbol, symbol.Replace("(V·s)", "V·s", StringComparison.Ordinal));
        if (text == "km/h")
            new Quantity(1, unit).In(Unit.Parse("m/s")).Should().BeApproximately(5.0 / 18, 1e-16);
        else
            new Quantity(1, unit).In(Unit.Parse(same)).Should().BeApproximately(1, 1e-15);
    }

    // NIST SP 811, appendix B, and the definitions that the table cites.
    [Theory]
    [InlineData("psi", "Pa", 6894.757293168)]
    [InlineData("mmHg", "Pa", 133.322387415)]
    [InlineData("Torr", "Pa", 133.322368421)]
    [InlineData("atm", "Pa", 101325)]
    [InlineData("Oe", "A/m", 79.57747154594767)]
    [InlineData("G", "T", 1e-4)]
    [InlineData("in", "mm", 25.4)]
    [InlineData("Å", "nm", 0.1)]
    [InlineData("eV", "J", 1.602176634e-19)]
    [InlineData("kWh", "J", 3.6e6)]
    [InlineData("mAh", "C", 3.6)]
    [InlineData("°", "rad", 0.017453292519943295)]
    [InlineData("arcsec", "rad", 4.84813681109536e-6)]
    [InlineData("year", "d", 365.25)]
    [InlineData("L", "cm3", 1000)]
    [InlineData("slm", "sccm", 1000)]
    [InlineData("sccm", "cm3/min", 1)]
    [InlineData("B", "bit", 8)]
    [InlineData("ppm", "%", 1e-4)]
    [InlineData("kat", "mol/s", 1)]
    public void Conversions_are_those_of_the_standards(string unit, string to, double factor) =>
        new Quantity(1, Unit.Parse(unit)).In(Unit.Parse(to)).Should().BeApproximately(factor, 1e-12 * factor);

    [Theory]
    [InlineData("m^60.m^60")]
    [InlineData("1/(m^60.m^60)")]
    [InlineData("QV^12")]
    [InlineData("qV^11")]
    [InlineData("m^0.25")]
    public void Refuses_what_cannot_be_counted_in(string text)
    {
        FluentActions.Invoking(() => Unit.Parse(text)).Should().Throw<FormatException>().WithMessage($"'{text}' is not a unit*");
    }

    private static Gen<TermOf> Terms(int depth)
    {
        var symbols = Symbols.Where(s => Unit.Parse(s).Kind == UnitKind.Plain && !Unit.Parse(s).IsOne).ToArray();
        var leaf =
            from symbol in Gen.Elements(symbols)
            from prefix in Gen.Elements(Prefixes.Append(("", 0)).ToArray())
            let text = UnitTable.TakesPrefix(symbol) && !Own.Contains(prefix.Item1 + symbol) ? prefix.Item1 + symbol : symbol
            let root = Unit.Parse(symbol)
            select new TermOf(text, root.Dimension, root.Scale * (text == symbol ? 1 : Math.Pow(10, prefix.Item2)));
        if (depth == 0)
            return leaf;

        var part = Terms(depth - 1);
        return Gen.Frequency(
            (3, leaf),
            (2, from a in part from b in part from dot in Gen.Elements("·", ".", "*", " ", " · ") select new TermOf($"({a.Text}){dot}({b.Text})", a.Dimension * b.Dimension, a.Scale * b.Scale)),
            (2, from a in part from b in part from slash in Gen.Elements("/", " / ") select new TermOf($"({a.Text}){slash}({b.Text})", a.Dimension / b.Dimension, a.Scale / b.Scale)),
            (1, from a in part from n in Gen.Elements(-3, -2, -1, 2, 3) where Fits(a.Dimension, n) select new TermOf($"({a.Text}){n}", a.Dimension.Power(n), Math.Pow(a.Scale, n))),
            (1, from a in leaf select new TermOf($"√({a.Text})", a.Dimension.Power(0.5), Math.Sqrt(a.Scale))));
    }

    // Powers of powers may be beyond what a dimension holds, which is refused.
    private static bool Fits(Dimension dimension, int exponent)
    {
        try
        {
            dimension.Power(exponent);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private sealed record TermOf(string Text, Dimension Dimension, double Scale);
}
