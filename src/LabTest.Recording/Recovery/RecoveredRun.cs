using LabTest.Recording.Runs;

namespace LabTest.Recording.Recovery;

/// <summary>What a recovery gave.</summary>
/// <param name="Summary">What the run came to, as its journal tells.</param>
/// <param name="Problems">What could not be made, or is lost.</param>
internal sealed record RecoveredRun(RunSummary Summary, IReadOnlyList<string> Problems);
