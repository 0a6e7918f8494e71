namespace LabTest.Units;

/// <summary>Units that LabTest's own arithmetic needs.</summary>
internal static class KnownUnits
{
    public static Unit Volt { get; } = Unit.Parse("V");

    public static Unit VoltRms { get; } = Unit.Parse("Vrms");

    public static Unit Ohm { get; } = Unit.Parse("Ω");

    public static Unit Watt { get; } = Unit.Parse("W");

    public static Unit Kelvin { get; } = Unit.Parse("K");

    public static Unit Second { get; } = Unit.Parse("s");

    public static Unit Hertz { get; } = Unit.Parse("Hz");

    public static Unit Percent { get; } = Unit.Parse("%");

    public static Unit Decibel { get; } = Unit.Parse("dB");
}
