using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("the simulation")]
internal sealed record SimSpec : YamlObject
{
    [Description("Numbers that formulas use and a station may change.")]
    public IReadOnlyDictionary<string, double>? Variables { get; init; }

    [Description("Inputs that a station's wiring or DUT model can drive, with the value of one that is not connected; each channel has its own.")]
    public IReadOnlyDictionary<string, double>? Ports { get; init; }

    [Description("What the instrument does to the circuit, without noise, for wiring to take: formulas like those of readings; each channel has its own.")]
    public IReadOnlyDictionary<string, ExpressionSpec>? Signals { get; init; }

    [Description("How long every answer takes.")]
    public Quantity? Latency { get; init; }

    [Description("Faults that a station can switch on by name.")]
    public IReadOnlyDictionary<string, FaultSpec>? Faults { get; init; }
}
