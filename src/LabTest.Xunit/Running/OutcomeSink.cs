using System.Collections.Concurrent;
using LabTest.Recording.Runs;
using Xunit.Sdk;

namespace LabTest.Xunit.Running;

/// <summary>
/// Sees every outcome that xUnit reports, and records what the tests themselves could not: tests that were skipped, whose class could not be
/// made, or that failed after their end.
/// </summary>
internal sealed class OutcomeSink(ExperimentRun run, IMessageSink inner) : IMessageSink
{
    private readonly ConcurrentDictionary<string, ITestStarting> _started = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ITestCaseStarting> _cases = new(StringComparer.Ordinal);

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseStarting testCase:
                _cases[testCase.TestCaseUniqueID] = testCase;
                break;
            case ITestStarting started:
                _started[started.TestUniqueID] = started;
                break;
            case ITestFailed failed:
                Failed(failed);
                break;
            case ITestSkipped skipped:
                Ended(skipped, Verdict.Skipped, cause: null, skipped.Reason);
                return inner.OnMessage(run.Settings.IsProduction ? ProductionSkip.AsFailure(skipped) : skipped);
        }

        return inner.OnMessage(message);
    }

    /// <summary>Tells xUnit of what could not be recorded, so that the run is not green.</summary>
    public void ReportUnrecorded(IReadOnlyList<Exception> failures)
    {
        foreach (var failure in failures)
            inner.OnMessage(ErrorMessageOf(failure));
    }

    private static IMessageSinkMessage ErrorMessageOf(Exception failure) => global::Xunit.v3.ErrorMessage.FromException(failure);

    private void Failed(ITestFailed failed)
    {
        // The test itself knows better whether a timeout cancelled it.
        var aborted = run.ScopeOf(failed.TestUniqueID)?.Ended == Verdict.Aborted;
        var (verdict, cause) = FailureVerdicts.Of(failed.Cause, failed.ExceptionTypes, run, aborted);
        Ended(failed, verdict, cause, FailureTexts.Of(failed.Messages));
    }

    private void Ended(ITestMessage message, Verdict verdict, string? cause, string? text)
    {
        var scope = run.ScopeOf(message.TestUniqueID);
        if (scope is { Ended: { } ended } && ended >= verdict)
            return;
        scope ??= run.Begin(message.TestUniqueID, InfoOf(message));
        run.Recorder.FinishTest(scope, verdict, cause, text);
    }

    private TestInfo InfoOf(ITestMessage message)
    {
        var started = _started.GetValueOrDefault(message.TestUniqueID);
        var testCase = _cases.GetValueOrDefault(message.TestCaseUniqueID);
        var traits = started?.Traits.ToDictionary(t => t.Key, t => (IReadOnlyList<string>)[.. t.Value]) ?? [];
        return TestInfos.Of(traits, testCase?.TestClassName, testCase?.TestMethodName, started?.TestDisplayName ?? message.TestUniqueID) with
        {
            File = testCase?.SourceFilePath,
            Line = testCase?.SourceLineNumber,
        };
    }
}
