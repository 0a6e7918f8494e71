namespace LabTest.Units;

/// <summary>
/// The named units: those of the SI Brochure (tables 2, 4 and 8), and those that instruments, detectors and their users write.
/// </summary>
internal static class UnitTable
{
    private static readonly Dictionary<string, Unit> Units = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Prefixable = new(StringComparer.Ordinal);

    static UnitTable()
    {
        var metre = Dimension.Of(BaseQuantity.Length);
        var kilogram = Dimension.Of(BaseQuantity.Mass);
        var second = Dimension.Of(BaseQuantity.Time);
        var ampere = Dimension.Of(BaseQuantity.Current);
        var kelvin = Dimension.Of(BaseQuantity.Temperature);
        var newton = kilogram * metre / second.Power(2);
        var joule = newton * metre;
        var watt = joule / second;
        var volt = watt / ampere;
        var ohm = volt / ampere;
        var weber = volt * second;
        var hertz = second.Power(-1);
        var pascal = newton / metre.Power(2);
        var bit = Dimension.Of(BaseQuantity.Information);
        var steradian = Dimension.Of(BaseQuantity.Angle).Power(2);
        var lumen = Dimension.Of(BaseQuantity.LuminousIntensity) * steradian;

        Metric("m", metre);
        Metric("g", kilogram, new Factor(1, 1000));
        Metric("s", second);
        Metric("A", ampere);
        Metric("K", kelvin);
        Metric("mol", Dimension.Of(BaseQuantity.Amount));
        Metric("cd", Dimension.Of(BaseQuantity.LuminousIntensity));
        Metric("Hz", hertz);
        Metric("N", newton);
        Metric("Pa", pascal);
        Metric("J", joule);
        Metric("W", watt);
        Metric("VA", watt);
        Metric("var", watt);
        Metric("C", ampere * second);
        Metric("V", volt);
        Metric("F", ampere * second / volt);
        Metric("Ω", ohm, default, "Ohm", "ohm", "\u2126");
        Metric("S", ampere / volt);
        Metric("Wb", weber);
        Metric("T", weber / metre.Power(2));
        Metric("H", weber / ampere);
        Metric("lm", lumen);
        Metric("lx", lumen / metre.Power(2));
        Metric("Bq", hertz);
        Metric("Gy", metre.Power(2) / second.Power(2));
        Metric("Sv", metre.Power(2) / second.Power(2));
        Metric("kat", Dimension.Of(BaseQuantity.Amount) / second);
        Metric("bar", pascal, new Factor(100_000, 1));
        Metric("Torr", pascal, new Factor(101_325, 760));
        Metric("L", metre.Power(3), new Factor(1, 1000), "l");
        Metric("G", weber / metre.Power(2), new Factor(1, 10_000));
        Metric("eV", joule, new Factor(1.602_176_634e-19, 1));
        Metric("Wh", joule, new Factor(3600, 1));
        Metric("Ah", ampere * second, new Factor(3600, 1));
        Metric("rad", Dimension.Of(BaseQuantity.Angle));
        Metric("sr", steradian);
        Metric("Sa", Dimension.Of(BaseQuantity.Sample));
        Metric("bit", bit);
        Metric("B", bit, new Factor(8, 1));
        Metric("e-", Dimension.Of(BaseQuantity.Electron), default, "electron", "electrons");

        Plain("min", second, new Factor(60, 1));
        Plain("h", second, new Factor(3600, 1));
        Plain("d", second, new Factor(86_400, 1), "day", "days");
        Plain("year", second, new Factor(31_557_600, 1), "years");
        Plain("°", Dimension.Of(BaseQuantity.Angle), new Factor(Math.PI, 180), "deg");
        Plain("arcmin", Dimension.Of(BaseQuantity.Angle), new Factor(Math.PI, 10_800));
        Plain("arcsec", Dimension.Of(BaseQuantity.Angle), new Factor(Math.PI, 648_000));
        Plain("Å", metre, new Factor(1, 1e10), "\u212B", "Angstrom");
        Plain("in", metre, new Factor(254, 10_000), "inch");
        Plain("rpm", hertz, new Factor(1, 60));
        Plain("N·m", joule, default, "Nm");
        Plain("atm", pascal, new Factor(101_325, 1));
        Plain("psi", pascal, new Factor(4.448_221_615_260_5, 0.000_645_16));
        Plain("mmHg", pascal, new Factor(133.322_387_415, 1));
        Plain("Oe", ampere / metre, new Factor(250, Math.PI));
        Plain("sccm", metre.Power(3) / second, new Factor(1, 60_000_000));
        Plain("slm", metre.Power(3) / second, new Factor(1, 60_000));
        Plain("count", Dimension.Of(BaseQuantity.Count), default, "counts", "ct", "ADU", "adu");
        Plain("photon", Dimension.Of(BaseQuantity.Photon), default, "photons");
        Plain("px", Dimension.Of(BaseQuantity.Pixel), default, "pixel", "pixels");
        Plain("%", Dimension.None, new Factor(1, 100), "percent");
        Plain("‰", Dimension.None, new Factor(1, 1000));
        Plain("ppm", Dimension.None, new Factor(1, 1e6));
        Plain("ppb", Dimension.None, new Factor(1, 1e9));

        Scale("°C", kelvin, Factor.One, 273.15, "degC", "Cel", "℃");
        Scale("°F", kelvin, new Factor(5, 9), 459.67, "degF", "℉");

        Level("dB", Dimension.None, Factor.One, 0);
        Level("dBm", watt, new Factor(1, 1000), 10);
        Level("dBW", watt, Factor.One, 10);
        Level("dBV", volt, Factor.One, 20);
        Level("dBmV", volt, new Factor(1, 1000), 20);
        Level("dBµV", volt, new Factor(1, 1e6), 20, "dBuV", "dB\u03BCV");
    }

    public static IEnumerable<string> Symbols => Units.Keys;

    public static bool TryFind(string symbol, out Unit unit) => Units.TryGetValue(symbol, out unit!);

    public static bool TakesPrefix(string symbol) => Prefixable.Contains(symbol);

    private static void Metric(string symbol, Dimension dimension, Factor factor = default, params string[] others)
    {
        Plain(symbol, dimension, factor, others);
        foreach (var name in (string[])[symbol, .. others])
            Prefixable.Add(name);
    }

    private static void Plain(string symbol, Dimension dimension, Factor factor = default, params string[] others) =>
        Add(new Unit(symbol, dimension, factor == default ? Factor.One : factor), others);

    private static void Scale(string symbol, Dimension dimension, Factor factor, double offset, params string[] others) =>
        Add(new Unit(symbol, dimension, factor, UnitKind.Affine) { Offset = offset }, others);

    private static void Level(string symbol, Dimension dimension, Factor reference, int decade, params string[] others) =>
        Add(new Unit(symbol, dimension, reference, UnitKind.Level) { Decade = decade }, others);

    private static void Add(Unit unit, string[] others)
    {
        Units.Add(unit.Symbol, unit);
        foreach (var other in others)
            Units.Add(other, unit);
    }
}
