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

    [Description("Steps after the connection is made; if not given *CLS, or nothing where the identity is asked otherwise than IEEE 488.2 does (*IDN?).")]
    public IReadOnlyList<StepSpec>? OnOpen { get; init; }

    [Description("What every command that is no query is answered with; none if not given.")]
    public ReplySpec? Reply { get; init; }

    [Description("A line that comes before each answer.")]
    public StatusSpec? Status { get; init; }

    [Description("What is asked to find out whether the link is in step after an answer did not come or could not be read; the identity if not given.")]
    public ResyncSpec? Resync { get; init; }

    [Description("How long nothing must come before a link that is out of step counts as quiet; 50 ms if not given.")]
    public Quantity? Quiet { get; init; }

    [Description("Whether each query is closed by *ESE?, whose answer differs each time, so that no late answer is taken for another.")]
    public bool? ConfirmQueries { get; init; }

    [Description("The fewest bytes a second of a block: its deadline is the timeout plus its length over this; 100 kB/s if not given.")]
    public ByteCountSpec? Slowest { get; init; }
}
