using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a retry")]
internal sealed record RetrySpec : YamlObject
{
    [Description("How often a query is repeated after it failed.")]
    public required int Times { get; init; }

    [Description("What is retried; timeout if not given.")]
    public IReadOnlyList<RetryCause>? On { get; init; }
}
