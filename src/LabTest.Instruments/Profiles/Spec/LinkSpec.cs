using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a link")]
internal sealed record LinkSpec : YamlObject
{
    [Description("How long to wait for an answer; 3 s if not given.")]
    public Quantity? Timeout { get; init; }

    [Description("What ends a message, one text for both directions or one each; a line feed if not given.")]
    public TerminatorSpec? Terminator { get; init; }

    [Description("The least time between two commands.")]
    public Quantity? Gap { get; init; }

    [Description("How queries are repeated; what sets something is never repeated.")]
    public RetrySpec? Retry { get; init; }

    [Description("Steps after the connection is made; *CLS if not given.")]
    public IReadOnlyList<StepSpec>? OnOpen { get; init; }
}
