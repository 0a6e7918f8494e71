namespace LabTest.Instruments.Stations;

/// <summary>How far a station lets a parameter be set, in the parameter's unit.</summary>
internal readonly record struct Bound(double Low, double High)
{
    public bool Allows(double value) => value >= Low && value <= High;
}
