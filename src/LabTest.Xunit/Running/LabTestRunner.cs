using LabTest.Recording.Runs;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>
/// Runs a test and records it, from before its class is made until that is disposed of. What was recorded decides over what the test says of itself: a recorded
/// Fail fails it where its exception was swallowed, where it skips itself, and where it was recorded in a constructor or in Dispose.
/// </summary>
internal sealed class LabTestRunner(ExperimentRun run) : XunitTestRunner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async ValueTask<TimeSpan> RunTest(XunitTestRunnerContext ctxt)
    {
        var scope = run.Begin(ctxt.Test);
        var elapsed = await base.RunTest(ctxt).ConfigureAwait(false);
        var context = TestContext.Current;
        ctxt.Aggregator.Run(() => run.Keep(scope, context.TestOutputHelper?.Output, context.Warnings, context.Attachments));
        var thrown = ctxt.Aggregator.ToException();

        // Of a test that ran out of its time, the rest still runs.
        if (thrown is TestTimeoutException)
            return elapsed;
        var worst = scope.Worst;
        var left = scope.Calls.Left(Patience);
        foreach (var marginal in scope.Marginal)
            TestContext.Current.AddWarning(marginal);
        if (Decide(ctxt, scope, worst, left, thrown) is { } decided)
        {
            ctxt.Aggregator.Clear();
            ctxt.Aggregator.Add(decided);
        }

        return elapsed;
    }

    protected override ValueTask<(bool Continue, TestResultState ResultState)> OnTestPassed(XunitTestRunnerContext ctxt, decimal executionTime, string output, string[]? warnings)
    {
        var scope = run.Begin(ctxt.Test);
        run.Recorder.FinishTest(scope, scope.Worst.Worse(Verdict.Recorded), cause: null, message: null);
        return base.OnTestPassed(ctxt, executionTime, output, warnings);
    }

    protected override ValueTask<(bool Continue, TestResultState ResultState)> OnTestSkipped(XunitTestRunnerContext ctxt, string skipReason, decimal executionTime, string output, string[]? warnings)
    {
        ProductionSkip.Finish(run, run.Begin(ctxt.Test), skipReason);
        return base.OnTestSkipped(ctxt, skipReason, executionTime, output, warnings);
    }

    protected override ValueTask<(bool Continue, TestResultState ResultState)> OnTestFailed(XunitTestRunnerContext ctxt, Exception exception, decimal executionTime, string output, string[]? warnings)
    {
        var scope = run.Begin(ctxt.Test);
        var state = TestResultState.FromException(executionTime, exception);
        var (verdict, cause) = FailureVerdicts.Of(
            state.FailureCause ?? FailureCause.Exception, state.ExceptionTypes ?? [], run, TestContext.Current.CancellationToken.IsCancellationRequested);
        if (verdict == Verdict.Fail && scope.Worst == Verdict.Inconclusive)
            verdict = Verdict.Inconclusive;
        var message = verdict == Verdict.Aborted && run.StopCause is { } stopped ? $"Stopped by {stopped}." : FailureTexts.Of(state.ExceptionMessages);
        run.Recorder.FinishTest(scope, verdict, cause, message, FailureTexts.PlaceIn(state.ExceptionStackTraces, ctxt.Test.TestCase.SourceFilePath));
        return base.OnTestFailed(ctxt, exception, executionTime, output, warnings);
    }

    // What fails the test in place of what it threw; null where that, or nothing, stands.
    private static Exception? Decide(XunitTestRunnerContext ctxt, TestScope scope, Verdict worst, string? left, Exception? thrown)
    {
        var skipped = thrown is null ? null : ctxt.GetSkipReason(thrown);
        if (thrown is not null && skipped is null)
            return AsOne(ctxt, thrown);
        if (worst > Verdict.Skipped)
            return RecordedFailure.Of(scope, skipped);
        return left is null ? null : new InvalidOperationException(left);
    }

    // A test that failed and, while it cleaned up, skipped itself has failed; one that failed a limit and, while it cleaned up, another, has failed limits: that
    // there are two is no accident.
    private static Exception? AsOne(XunitTestRunnerContext ctxt, Exception thrown)
    {
        if (thrown is not AggregateException several)
            return null;
        var failures = several.InnerExceptions.Where(e => ctxt.GetSkipReason(e) is null).ToArray();
        if (failures.Length < 2)
            return failures.FirstOrDefault();
        if (Array.TrueForAll(failures, static f => TestResultState.FromException(0, f).FailureCause == FailureCause.Assertion))
            return RecordedFailure.Of(failures);
        return failures.Length == several.InnerExceptions.Count ? null : new AggregateException(failures);
    }
}
