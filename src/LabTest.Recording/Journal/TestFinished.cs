namespace LabTest.Recording.Journal;

/// <summary>A test has ended.</summary>
/// <param name="Test">The number of its start.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Cause">Why it is not good: assertion, exception, timeout, cancellation, signal.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Duration">How long it took, in seconds of real time.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="File">The source file where it went wrong; null for a test that is good.</param>
/// <param name="Line">The line in it, from 1.</param>
internal sealed record TestFinished(
    long Test,
    Verdict Verdict,
    string? Cause,
    string? Message,
    double Duration,
    int Attempt,
    string? File = null,
    int? Line = null) : JournalEvent;
