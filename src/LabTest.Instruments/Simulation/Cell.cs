namespace LabTest.Instruments.Simulation;

/// <summary>The state of one parameter of one channel: what it was set to, and how often it was read.</summary>
internal sealed class Cell
{
    /// <summary>The value in formulas: a number, 1 or 0 of a flag, the number of an option.</summary>
    public double Number { get; set; }

    /// <summary>The name of an option or a text; null for what is a number.</summary>
    public string? Text { get; set; }

    public ulong Reads { get; set; }

    public ulong NoiseKey { get; init; }
}
