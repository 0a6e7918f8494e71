namespace LabTest.Recording.Journal;

/// <summary>A test has ended.</summary>
/// <param name="Test">The number of its start.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Cause">Why it is not good: assertion, exception, timeout, cancellation, signal; station or fixture where one that could not be opened or made kept it from running; skipped in a production run.</param>
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
    int? Line = null) : JournalEvent
{
    /// <summary>The cause of a test that the station kept from running.</summary>
    public const string Station = "station";

    /// <summary>The cause of a test that another fixture kept from running.</summary>
    public const string Fixture = "fixture";

    /// <summary>The cause of a test that was skipped in a production run.</summary>
    public const string Skipped = "skipped";

    /// <summary>What kept the test from running, as a heading; null where it ran.</summary>
    public string? KeptFromRunningBy => Cause switch { Station => "The station did not open", Fixture => "A fixture could not be made", _ => null };
}
