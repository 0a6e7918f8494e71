using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles;

/// <summary>
/// The accuracy of a reading: a = |reading| · <c>reading</c> + range · <c>of_range</c> + <c>fixed</c>, and the standard uncertainty that follows
/// from its basis (GUM, JCGM 100:2008, section 4.3.7: u = a/√3 for limits).
/// </summary>
internal sealed record AccuracyModel(AccuracyBasis Basis, ParameterModel? By, IReadOnlyList<AccuracyRow> Rows)
{
    /// <summary>The parameters on which it depends which row applies.</summary>
    public IReadOnlyList<ParameterModel> DependsOn { get; } = [.. Rows.SelectMany(r => r.When).Select(w => w.Parameter).Append(By).OfType<ParameterModel>().Distinct()];

    /// <summary>How long after calibration it holds; none where the profile does not say.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>The ambient temperatures it holds for, in °C; none where the profile does not say.</summary>
    public (double Low, double High)? Temperature { get; init; }

    /// <summary>The standard uncertainty of a reading, in its unit; null where no row applies.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="values">The values of the parameters that rows depend on.</param>
    /// <param name="kelvinOutside">How far the ambient temperature is outside the valid range.</param>
    public double? StandardUncertainty(double reading, Func<ParameterModel, ParameterValue?> values, double kelvinOutside) =>
        HalfWidth(reading, values, kelvinOutside) is not { } halfWidth ? null : Basis switch
        {
            AccuracyBasis.Sigma => halfWidth,
            AccuracyBasis.K2 => halfWidth / 2,
            _ => halfWidth / Math.Sqrt(3),
        };

    /// <summary>How far a reading may be from the true value, in its unit, as the datasheet says; null where no row applies.</summary>
    /// <inheritdoc cref="StandardUncertainty"/>
    public double? HalfWidth(double reading, Func<ParameterModel, ParameterValue?> values, double kelvinOutside)
    {
        var range = By is null ? null : values(By)?.Quantity.Value;
        if (double.IsNaN(reading) || (By is not null && range is null))
            return null;
        var row = Rows.FirstOrDefault(r => r.Applies(range, values));
        if (row is null || (kelvinOutside > 0 && !row.HasTemperatureCoefficient))
            return null;
        return row.HalfWidth(Math.Abs(reading), range ?? 0, kelvinOutside);
    }
}
