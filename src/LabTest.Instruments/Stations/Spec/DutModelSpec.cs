using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

[YamlName("a DUT model")]
internal sealed record DutModelSpec : YamlObject
{
    [Description("ldo, buck_converter, or a class as \"Type, Assembly\".")]
    public required string Type { get; init; }

    [Description("Its parameters.")]
    public IReadOnlyDictionary<string, Quantity>? With { get; init; }

    [Description("What its inputs and outputs are connected to: {port: alias.parameter}; an output may go to several.")]
    public required IReadOnlyDictionary<string, ConnectionSpec> Connect { get; init; }
}
