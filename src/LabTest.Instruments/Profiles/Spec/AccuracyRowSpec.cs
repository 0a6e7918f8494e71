using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a row of an accuracy")]
internal sealed record AccuracyRowSpec : YamlObject
{
    [Description("The range it holds for, in the unit of the parameter that 'by' names.")]
    public double? Range { get; init; }

    [Description("The values of other parameters it holds for.")]
    public IReadOnlyDictionary<string, ValueSpec>? When { get; init; }

    [Description("The share of the reading, such as 0.0035 %.")]
    public Quantity? Reading { get; init; }

    [Description("The share of the range.")]
    public Quantity? OfRange { get; init; }

    [Description("The fixed part.")]
    public Quantity? Fixed { get; init; }

    [Description("What each kelvin outside the valid temperatures adds.")]
    public PerKelvinSpec? PerKelvin { get; init; }
}
