using System.ComponentModel;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

[YamlName("a station")]
internal sealed record StationSpec : YamlObject
{
    [Description("The format and its version.")]
    [YamlConstant("station/1")]
    public required string Labtest { get; init; }

    [Description("What the bench is called.")]
    public required string Name { get; init; }

    [Description("What simulated noise is made from; 0 if not given.")]
    public int? Seed { get; init; }

    [Description("Whether instruments are simulated; 'never' forbids it even to LABTEST_SIMULATE. false if not given.")]
    public SimulateSpec? Simulate { get; init; }

    [Description("What is brought back to its start before each class or test; class if not given.")]
    public Isolation? Isolation { get; init; }

    [Description("Folders with profiles, relative to this file.")]
    public IReadOnlyList<string>? Profiles { get; init; }

    [Description("The instruments, by the names that experiments use.")]
    public required IReadOnlyDictionary<string, StationInstrumentSpec> Instruments { get; init; }

    [Description("What is connected to what; simulation only.")]
    public IReadOnlyList<WireSpec>? Wiring { get; init; }

    [Description("The simulated device under test.")]
    public DutModelSpec? DutModel { get; init; }

    [Description("How uncertainty enters a verdict; simple if not given.")]
    public DecisionRule? Decision { get; init; }

    [Description("Conditions on the bench, such as temperature (°C) and humidity (%), stored with each run.")]
    public IReadOnlyDictionary<string, Quantity>? Conditions { get; init; }

    [Description("What is known of the device under test, stored with each run.")]
    public IReadOnlyDictionary<string, ValueSpec>? Dut { get; init; }

    [Description("Actions (alias.action or alias.channel.action) after the instruments were opened and set.")]
    public IReadOnlyList<string>? OnOpen { get; init; }

    [Description("Actions after a failure; every safe_state if not given.")]
    public IReadOnlyList<string>? OnFailure { get; init; }

    [Description("Actions before the instruments are closed; every safe_state if not given.")]
    public IReadOnlyList<string>? OnClose { get; init; }
}
