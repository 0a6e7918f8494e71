using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>How an instrument's error queue is read.</summary>
internal sealed record ErrorPolicy(string Query, int Ok, IReadOnlyList<int> Ignore, ErrorCheck Check, ErrorReaction OnError)
{
    /// <summary>The query as the manual prints it.</summary>
    public CommandTemplate? Command { get; init; }
}
