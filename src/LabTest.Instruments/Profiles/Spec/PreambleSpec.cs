using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a preamble")]
internal sealed record PreambleSpec : YamlObject
{
    [Description("The query.")]
    public required string Get { get; init; }

    [Description("The names of the numbers in its answer, in order.")]
    public required IReadOnlyList<string> Fields { get; init; }
}
