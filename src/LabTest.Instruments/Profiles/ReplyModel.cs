using System.Text.RegularExpressions;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles;

/// <summary>What a command that is no query is answered with.</summary>
/// <param name="Kind">How.</param>
/// <param name="Match">What the line must match; null for another kind.</param>
/// <param name="Prompt">The prompt; null for another kind.</param>
internal sealed record ReplyModel(ReplyKind Kind, Regex? Match = null, string? Prompt = null)
{
    public static ReplyModel None { get; } = new(ReplyKind.None);
}
