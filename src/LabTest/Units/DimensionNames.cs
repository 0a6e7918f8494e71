namespace LabTest.Units;

/// <summary>Plain names of dimensions, for messages.</summary>
internal static class DimensionNames
{
    private static readonly Dictionary<Dimension, string> Names = new()
    {
        [Dimension.None] = "ratio",
        [Of("V")] = "voltage",
        [Of("A")] = "current",
        [Of("Ω")] = "resistance",
        [Of("S")] = "conductance",
        [Of("W")] = "power",
        [Of("J")] = "energy",
        [Of("C")] = "charge",
        [Of("F")] = "capacitance",
        [Of("H")] = "inductance",
        [Of("T")] = "magnetic flux density",
        [Of("Wb")] = "magnetic flux",
        [Of("s")] = "time",
        [Of("Hz")] = "frequency",
        [Of("m")] = "length",
        [Of("kg")] = "mass",
        [Of("N")] = "force",
        [Of("Pa")] = "pressure",
        [Of("K")] = "temperature",
        [Of("rad")] = "angle",
        [Of("count")] = "counts",
        [Of("e-")] = "electrons",
        [Of("photon")] = "photons",
        [Of("px")] = "pixels",
        [Of("Sa")] = "samples",
        [Of("Sa/s")] = "sample rate",
        [Of("V/s")] = "slew rate",
        [Of("bit")] = "information",
    };

    public static string? Find(Dimension dimension) => Names.GetValueOrDefault(dimension);

    private static Dimension Of(string symbol) => Unit.Parse(symbol).Dimension;
}
