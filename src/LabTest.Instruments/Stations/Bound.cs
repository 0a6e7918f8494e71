namespace LabTest.Instruments.Stations;

/// <summary>How far a parameter may be set, in the parameter's unit.</summary>
internal readonly record struct Bound(double Low, double High)
{
    public bool Allows(double value) => value >= Low && value <= High;

    /// <summary>What both allow.</summary>
    public Bound And(Bound other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    /// <summary>As part of a sentence: <c>0 V to 5.5 V</c>.</summary>
    public string Describe(Unit unit) => $"{new Quantity(Low, unit)} to {new Quantity(High, unit)}";
}
