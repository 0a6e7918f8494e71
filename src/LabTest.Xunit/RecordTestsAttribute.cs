using System.Reflection;
using LabTest.Xunit.Running;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit;

/// <summary>
/// Records the start, the end and the verdict of every test of an assembly. A recorded Fail fails its test even if its exception was swallowed; a
/// marginal measurement becomes a warning. The props of this package put it on an experiment assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class RecordTestsAttribute : BeforeAfterTestAttribute
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        ExperimentRun.Current?.Begin(test.UniqueID, TestInfos.Of(test));
    }

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (ExperimentRun.Current is not { } run || run.ScopeOf(test.UniqueID) is not { } scope)
            return;
        foreach (var marginal in scope.Marginal)
            TestContext.Current.AddWarning(marginal);

        var left = scope.Calls.Left(Patience);

        // A timeout is reported while the test still runs.
        if (scope.Ended is not null)
            return;
        var state = TestContext.Current.TestState;
        if (state is { Result: TestResult.Failed })
        {
            var (verdict, cause) = FailureVerdicts.Of(
                state.FailureCause ?? FailureCause.Exception, state.ExceptionTypes ?? [], run, TestContext.Current.CancellationToken.IsCancellationRequested);
            if (verdict == Verdict.Fail && scope.Worst == Verdict.Inconclusive)
                verdict = Verdict.Inconclusive;
            var message = verdict == Verdict.Aborted && run.StopCause is { } stopped ? $"Stopped by {stopped}." : FailureTexts.Of(state.ExceptionMessages);
            run.Recorder.FinishTest(scope, verdict, cause, message);
        }
        else if (state is { Result: TestResult.Skipped })
        {
            run.Recorder.FinishTest(scope, Verdict.Skipped, cause: null, state.ExceptionMessages?.FirstOrDefault());
        }
        else if (left.Count > 0)
        {
            var message = $"{string.Join(", ", left)} {(left.Count == 1 ? "was" : "were")} not awaited: write await before {(left.Count == 1 ? "it" : "them")}, and make the experiment async Task.";
            run.Recorder.FinishTest(scope, Verdict.Error, "exception", message);
            throw new InvalidOperationException(message);
        }
        else if (scope.Worst > Verdict.Marginal)
        {
            run.Recorder.FinishTest(scope, scope.Worst, "assertion", scope.FirstFailure);
            throw new LimitException($"{scope.FirstFailure}. The assertion failed, but its exception was swallowed; a recorded {scope.Worst} fails its test all the same.");
        }
        else
        {
            run.Recorder.FinishTest(scope, scope.Worst.Worse(Verdict.Recorded), cause: null, message: null);
        }
    }
}
