using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

[YamlName("a station's simulation of an instrument")]
internal sealed record StationSimSpec : YamlObject
{
    [Description("Variables with other values than the profile's.")]
    public IReadOnlyDictionary<string, double>? Variables { get; init; }

    [Description("The faults that are switched on, by name.")]
    public IReadOnlyList<string>? Faults { get; init; }
}
