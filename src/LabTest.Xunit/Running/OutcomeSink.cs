using System.Collections.Concurrent;
using LabTest.Recording.Runs;
using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>
/// Sees every outcome that xUnit reports, and records what the tests themselves could not: tests that were skipped, whose class could not be
/// made, or that failed after their end.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="inner">Where xUnit's messages go.</param>
/// <param name="finish">Ends the run before the assembly does; gives what is wrong beside the tests.</param>
internal sealed class OutcomeSink(ExperimentRun run, IMessageSink inner, Func<IReadOnlyList<Exception>> finish) : IMessageSink
{
    private readonly ConcurrentDictionary<string, ITestStarting> _started = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ITestCaseStarting> _cases = new(StringComparer.Ordinal);

    private ITestFinished? _last;

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
                return inner.OnMessage(PlainFailure.Of(failed));
            case ITestFinished finished:
                _last = finished;
                break;
            case ITestAssemblyFinished:
                Report(finish());
                break;
            case ITestSkipped skipped:
                Ended(skipped, Verdict.Skipped, cause: null, skipped.Reason);
                return inner.OnMessage(run.Settings.IsProduction ? ProductionSkip.AsFailure(skipped) : skipped);
        }

        return inner.OnMessage(message);
    }

    // What is wrong beside the tests, such as what could not be recorded: the testing platform shows and counts it only with a test, here the last.
    private void Report(IReadOnlyList<Exception> failures)
    {
        foreach (var failure in failures)
        {
            inner.OnMessage(_last is { } test
                ? TestCleanupFailure.FromException(failure, test.AssemblyUniqueID, test.TestCollectionUniqueID, test.TestClassUniqueID, test.TestMethodUniqueID, test.TestCaseUniqueID, test.TestUniqueID)
                : ErrorMessage.FromException(failure));
        }
    }

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
