using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a step")]
internal sealed record StepSpec : YamlObject
{
    [Description("A command to send as it is, with holes {ch} and {parameter}.")]
    public string? Write { get; init; }

    [Description("Parameters to set, with their values.")]
    public IReadOnlyDictionary<string, ValueSpec>? Set { get; init; }

    [Description("A parameter to read.")]
    public string? Read { get; init; }

    [Description("A time to wait.")]
    public Quantity? Wait { get; init; }

    [Description("Waits for *OPC?, at most so long.")]
    public Quantity? Opc { get; init; }

    [Description("Reads a parameter until it has a value.")]
    public IReadOnlyDictionary<string, ValueSpec>? Until { get; init; }

    [Description("How long 'until' waits at most.")]
    public Quantity? Timeout { get; init; }

    [Description("How often 'until' reads; 100 ms if not given.")]
    public Quantity? Every { get; init; }

    [Description("Another action to run.")]
    public string? Run { get; init; }
}
