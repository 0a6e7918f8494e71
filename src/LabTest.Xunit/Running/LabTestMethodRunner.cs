using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>Runs the cases of a method, with the station's care around each.</summary>
internal sealed class LabTestMethodRunner(ExperimentRun run) : XunitTestMethodRunner
{
    protected override async ValueTask<RunSummary> RunTestCase(XunitTestMethodRunnerContext ctxt, IXunitTestCase testCase)
    {
        if (run.Care is { } before)
            await ctxt.Aggregator.RunAsync(() => before.BeforeTest(ctxt.CancellationTokenSource.Token)).ConfigureAwait(false);
        var summary = testCase is ISelfExecutingXunitTestCase
            ? await base.RunTestCase(ctxt, testCase).ConfigureAwait(false)
            : await RunTests(ctxt, testCase).ConfigureAwait(false);
        if (summary.Failed > 0 && run.Care is { } after)
            await ctxt.Aggregator.RunAsync(after.AfterFailure).ConfigureAwait(false);
        return summary;
    }

    // As XunitRunnerHelper.RunXunitTestCase does it, with a runner of ours; and a case whose tests cannot be made is told whole, else it reaches no report.
    private async ValueTask<RunSummary> RunTests(XunitTestMethodRunnerContext ctxt, IXunitTestCase testCase)
    {
        var aggregator = ctxt.Aggregator.Clone();
        var tests = await aggregator.RunAsync(testCase.CreateTests, []).ConfigureAwait(false);
        if (aggregator.ToException() is { } failure)
            return XunitRunnerHelper.FailTestCases(ctxt.MessageBus, ctxt.CancellationTokenSource, [testCase], failure);
        return await new LabTestCaseRunner(run).Run(
            testCase,
            tests,
            ctxt.MessageBus,
            aggregator,
            ctxt.CancellationTokenSource,
            testCase.TestCaseDisplayName,
            testCase.SkipReason,
            ctxt.ExplicitOption,
            ctxt.ConstructorArguments).ConfigureAwait(false);
    }
}
