using System.Collections.Concurrent;
using LabTest.Recording;
using LabTest.Recording.Runs;
using LabTest.Xunit.Platform;
using Xunit.Sdk;
using Xunit.v3;
using TestFinished = LabTest.Recording.Journal.TestFinished;

namespace LabTest.Xunit.Running;

/// <summary>
/// Sees every outcome that xUnit reports. It records what the tests themselves could not: tests that were skipped, whose class could not be made, or that an attribute
/// ran in its own way. And it lets no outcome out that is better than what was recorded, so that verdicts and exit code agree.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="inner">Where xUnit's messages go.</param>
/// <param name="finish">Ends the run before the assembly does; gives what is wrong beside the tests.</param>
internal sealed class OutcomeSink(ExperimentRun run, IMessageSink inner, Func<IReadOnlyList<Exception>> finish) : IMessageSink
{
    private readonly ConcurrentDictionary<string, ITestStarting> _started = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ITestCaseStarting> _cases = new(StringComparer.Ordinal);
    private readonly PlainFailures _plain = new();

    private ITestMessage? _last;
    private bool _isFailureTold;
    private bool _isSkipTold;
    private bool _isOtherTold;

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
            case ITestPassed passed:
                return Tell(Passed(passed));
            case ITestFailed failed:
                return Tell(Failed(failed));
            case ITestSkipped skipped:
                return Tell(Skipped(skipped));
            case ITestFinished finished:
                _last = finished;
                Keep(finished);
                break;
            case ITestAssemblyFinished:
                Report(finish());
                RunHandover.IsOnlySkipped = _isSkipTold && !_isOtherTold;
                break;
            case IErrorMetadata error:
                // What a fixture's Dispose throws, and other things that belong to no test. The testing platform shows all but bare errors.
                Spoil(error, isTold: error is not IErrorMessage);
                break;
        }

        return inner.OnMessage(message);
    }

    private bool Tell(IMessageSinkMessage outcome)
    {
        _isFailureTold |= outcome is ITestFailed;
        _isSkipTold |= outcome is ITestSkipped;
        _isOtherTold |= outcome is not ITestSkipped;
        return inner.OnMessage(outcome);
    }

    private void Spoil(IErrorMetadata error, bool isTold)
    {
        _isFailureTold |= isTold;

        // Of a test that ran out of its time, what it throws later comes here.
        if (error is ITestCleanupFailure test && run.ScopeOf(test.TestUniqueID)?.Ended > Verdict.Skipped)
            return;

        // A station that could not be made safe has said so itself.
        if (run.Recorder.Verdict < Verdict.Error)
            run.Spoil(FailureTexts.Of(error.Messages) ?? "something went wrong outside of the tests", isTold);
    }

    // What is wrong beside the tests, such as what could not be recorded: the testing platform shows and counts it only with a test, here the last.
    private void Report(IReadOnlyList<Exception> failures)
    {
        foreach (var (test, failure) in run.TooLate)
            Report(failure, _started.GetValueOrDefault(test) ?? _last);
        foreach (var failure in failures)
            Report(failure, _last);
        if (!_isFailureTold && run.Recorder.Verdict > Verdict.Skipped)
            Report(new LimitException($"The run is {run.Recorder.Verdict}: {run.StopCause ?? run.Problem ?? "see its report"}."), _last);
    }

    private void Report(Exception failure, ITestMessage? test)
    {
        _isFailureTold = true;
        inner.OnMessage(test is not null
            ? TestCleanupFailure.FromException(failure, test.AssemblyUniqueID, test.TestCollectionUniqueID, test.TestClassUniqueID, test.TestMethodUniqueID, test.TestCaseUniqueID, test.TestUniqueID)
            : ErrorMessage.FromException(failure));
    }

    // Of a test that LabTest itself ran, this is recorded already.
    private void Keep(ITestFinished finished)
    {
        if (run.ScopeOf(finished.TestUniqueID) is not { } scope)
            return;
        try
        {
            run.Keep(scope, finished.Output, finished.Warnings, finished.Attachments);
        }
        catch (RecordingException e)
        {
            run.Spoil(e.Message);
        }
    }

    private ITestResultMessage Passed(ITestPassed passed)
    {
        if (run.ScopeOf(passed.TestUniqueID) is not { } scope)
            return passed;
        Ended(passed, scope.Worst.Worse(Verdict.Recorded), scope.Worst > Verdict.Skipped ? "assertion" : null, scope.Worst > Verdict.Skipped ? scope.FirstFailure : null);
        return scope.Worst > Verdict.Skipped ? RecordedFailure.InPlaceOf(passed, scope, skipped: null) : passed;
    }

    private ITestFailed Failed(ITestFailed failed)
    {
        // The test itself knows better whether a timeout cancelled it.
        var aborted = run.ScopeOf(failed.TestUniqueID)?.Ended == Verdict.Aborted;
        var (verdict, cause) = FailureVerdicts.Of(failed.Cause, failed.ExceptionTypes, run, aborted);
        if (verdict == Verdict.Error && FailureTexts.FixtureIn(failed.Messages) is { } fixture)
            cause = fixture == FailureTexts.Station ? TestFinished.Station : TestFinished.Fixture;
        Ended(failed, verdict, cause, FailureTexts.Of(failed.Messages), FailureTexts.PlaceIn(failed.StackTraces, _cases.GetValueOrDefault(failed.TestCaseUniqueID)?.SourceFilePath));
        return _plain.Of(failed, _started.GetValueOrDefault(failed.TestUniqueID)?.TestDisplayName ?? "another test");
    }

    private ITestResultMessage Skipped(ITestSkipped skipped)
    {
        // Of a test that LabTest itself ran, the end is recorded already.
        var test = run.Begin(skipped.TestUniqueID, () => InfoOf(skipped));
        if (test.Ended is null)
            ProductionSkip.Finish(run, test, skipped.Reason);
        if (run.ScopeOf(skipped.TestUniqueID) is { Worst: > Verdict.Skipped } scope)
            return RecordedFailure.InPlaceOf(skipped, scope, skipped.Reason);
        return run.Settings.IsProduction ? ProductionSkip.AsFailure(skipped) : skipped;
    }

    // Of a test that LabTest itself ran, the end is recorded already.
    private void Ended(ITestMessage message, Verdict verdict, string? cause, string? text, SourcePlace? at = null)
    {
        var scope = run.Begin(message.TestUniqueID, () => InfoOf(message));
        if (scope.Ended is null)
            run.Recorder.FinishTest(scope, verdict, cause, text, at);
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
