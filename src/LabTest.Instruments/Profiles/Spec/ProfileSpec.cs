using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a profile")]
internal sealed record ProfileSpec : YamlObject
{
    [Description("The format and its version.")]
    [YamlConstant("instrument/1")]
    public required string Labtest { get; init; }

    [Description("vendor/model in lower case: how stations refer to the profile.")]
    public required string Id { get; init; }

    [Description("What the instrument is, in a few words.")]
    public string? Name { get; init; }

    [Description("What makes it interchangeable; docs/classes.md says what each class must have.")]
    public InstrumentClass? Class { get; init; }

    [Description("How the instrument is identified; 'none' for one that does not answer.")]
    public IdentifySpec? Identify { get; init; }

    [Description("A regular expression that the answer to *IDN? must match; its groups model, serial and firmware are recorded.")]
    public string? Idn { get; init; }

    [Description("The id of another profile that this one takes and overrides by key: mappings merge, lists and values replace.")]
    public string? Extends { get; init; }

    [Description("How to talk to it.")]
    public LinkSpec? Link { get; init; }

    [Description("The parameters of the whole instrument, by name.")]
    public IReadOnlyDictionary<string, ParameterSpec>? Parameters { get; init; }

    [Description("The channels and the parameters each of them has.")]
    public ChannelsSpec? Channels { get; init; }

    [Description("The roles it plays, and which parameters or actions play them.")]
    public IReadOnlyDictionary<string, CapabilitySpec>? Capabilities { get; init; }

    [Description("Named procedures: straight lines of steps.")]
    public IReadOnlyDictionary<string, ActionSpec>? Actions { get; init; }

    [Description("How its error queue is read, and when.")]
    public ErrorsSpec? Errors { get; init; }

    [Description("How it is made safe.")]
    public SafetySpec? Safety { get; init; }

    [Description("How accurate its readings are, from the datasheet, by parameter.")]
    public IReadOnlyDictionary<string, AccuracySpec>? Accuracy { get; init; }

    [Description("What the simulator needs beyond the driver: variables, ports, faults.")]
    public SimSpec? Sim { get; init; }
}
