using Xunit.Sdk;

namespace LabTest.Xunit.Running;

/// <summary>The verdict of a test that failed, by what made it fail.</summary>
internal static class FailureVerdicts
{
    private const string Timeout = "timeout";

    /// <summary>An assertion is a Fail; what a stopped run or a timeout cancelled is Aborted; everything else is an Error.</summary>
    /// <param name="cause">What xUnit says of it.</param>
    /// <param name="exceptions">The types of the exception and of those it wraps.</param>
    /// <param name="run">The run.</param>
    /// <param name="isCancelled">Whether the test's own token was cancelled, which a timeout does.</param>
    public static (Verdict Verdict, string Cause) Of(FailureCause cause, IReadOnlyList<string?> exceptions, ExperimentRun run, bool isCancelled) => cause switch
    {
        FailureCause.Assertion => (Verdict.Fail, "assertion"),
        FailureCause.Timeout => (Verdict.Aborted, Timeout),
        _ when run.StopCause is { } stopped && (run.IsMadeSafe || IsCancellation(exceptions)) => (Verdict.Aborted, stopped),
        _ when isCancelled && IsCancellation(exceptions) => (Verdict.Aborted, Timeout),
        _ => (Verdict.Error, "exception"),
    };

    private static bool IsCancellation(IReadOnlyList<string?> exceptions) =>
        exceptions.Any(e => e is not null && (e.EndsWith(".TaskCanceledException", StringComparison.Ordinal) || e.EndsWith(".OperationCanceledException", StringComparison.Ordinal)));
}
