using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles;

/// <summary>How an instrument's error queue is read.</summary>
internal sealed record ErrorPolicy(string Query, int Ok, IReadOnlyList<int> Ignore, ErrorCheck Check, ErrorReaction OnError);
