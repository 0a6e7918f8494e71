using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("an error policy")]
internal sealed record ErrorsSpec : YamlObject
{
    [Description("The query that takes one entry from the error queue; SYSTem:ERRor? if not given.")]
    public string? Query { get; init; }

    [Description("The code that means no error; 0 if not given.")]
    public int? Ok { get; init; }

    [Description("Codes that are passed over.")]
    public IReadOnlyList<int>? Ignore { get; init; }

    [Description("How an entry looks; code,\"message\" if not given.")]
    public ErrorParseSpec? Parse { get; init; }

    [Description("When the queue is read; after_set if not given.")]
    public ErrorCheck? Check { get; init; }

    [Description("What an entry does; fail if not given.")]
    public ErrorReaction? OnError { get; init; }
}
