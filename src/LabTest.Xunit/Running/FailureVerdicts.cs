using Xunit.Sdk;

namespace LabTest.Xunit.Running;

/// <summary>The verdict of a test that failed, by what made it fail.</summary>
internal static class FailureVerdicts
{
    /// <summary>An assertion is a Fail; what a stopped run or a timeout cancelled is Aborted; everything else is an Error.</summary>
    public static Verdict Of(FailureCause cause, IReadOnlyList<string?> exceptions, ExperimentRun run) => cause switch
    {
        FailureCause.Assertion => Verdict.Fail,
        FailureCause.Timeout => Verdict.Aborted,
        _ when run.StopCause is not null && IsCancellation(exceptions) => Verdict.Aborted,
        _ => Verdict.Error,
    };

    /// <summary>What the record says of why.</summary>
    public static string CauseOf(FailureCause cause, IReadOnlyList<string?> exceptions, ExperimentRun run) => cause switch
    {
        FailureCause.Assertion => "assertion",
        FailureCause.Timeout => "timeout",
        _ when run.StopCause is { } stopped && IsCancellation(exceptions) => stopped,
        _ => "exception",
    };

    private static bool IsCancellation(IReadOnlyList<string?> exceptions) =>
        exceptions.Any(e => e is not null && (e.EndsWith(".TaskCanceledException", StringComparison.Ordinal) || e.EndsWith(".OperationCanceledException", StringComparison.Ordinal)));
}
