using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a fault")]
internal sealed record FaultSpec : YamlObject
{
    [Description("The beginning of the headers it happens on, as the manual prints it.")]
    public required string On { get; init; }

    [Description("It happens only on this occurrence, counted from 1.")]
    public int? Nth { get; init; }

    [Description("It happens on every so many occurrences.")]
    public int? Every { get; init; }

    [Description("How probable it is on each occurrence, from 0 to 1.")]
    public double? Probability { get; init; }

    [Description("What happens.")]
    public required FaultEffect Effect { get; init; }

    [Description("The SCPI error, for 'error'; -300 if not given.")]
    public int? Code { get; init; }

    [Description("How much later the answer comes.")]
    public Quantity? Delay { get; init; }
}
