using LabTest.Recording.Runs;

namespace LabTest.Recording.Recovery;

/// <summary>What a recovery gave.</summary>
/// <param name="Summary">What the run came to, as its journal tells.</param>
/// <param name="Problems">What is damaged, could not be rebuilt, or is lost.</param>
/// <param name="Notes">What is good to know and no loss: numbers that were carried over, files that were kept.</param>
internal sealed record RecoveredRun(RunSummary Summary, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes);
