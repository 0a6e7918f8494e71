namespace LabTest.Instruments.Profiles;

/// <summary>One row of a datasheet's accuracy table; the shares are plain ratios, the fixed part is in the reading's unit.</summary>
internal sealed record AccuracyRow(
    double? Range,
    IReadOnlyList<(ParameterModel Parameter, ParameterValue Value)> When,
    double Reading,
    double OfRange,
    double Fixed,
    double ReadingPerKelvin,
    double OfRangePerKelvin,
    bool HasTemperatureCoefficient)
{
    public bool Applies(double? range, Func<ParameterModel, ParameterValue?> values) =>
        (Range is null || range == Range) && When.All(w => values(w.Parameter) == w.Value);

    public double HalfWidth(double reading, double range, double kelvin) =>
        reading * (Reading + kelvin * ReadingPerKelvin) + range * (OfRange + kelvin * OfRangePerKelvin) + Fixed;
}
