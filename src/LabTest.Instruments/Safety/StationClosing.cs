namespace LabTest.Instruments.Safety;

/// <summary>What came of closing a station.</summary>
/// <param name="SafeStates">What was done to make it safe, in the order it was begun.</param>
/// <param name="Failures">What failed: what is not safe, and what the instruments' error queues hold.</param>
internal sealed record StationClosing(IReadOnlyList<SafeStateOutcome> SafeStates, IReadOnlyList<Exception> Failures);
