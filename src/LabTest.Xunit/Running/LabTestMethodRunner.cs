using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>Runs the cases of a method, with the station's care around each.</summary>
internal sealed class LabTestMethodRunner(ExperimentRun run) : XunitTestMethodRunner
{
    protected override async ValueTask<RunSummary> RunTestCase(XunitTestMethodRunnerContext ctxt, IXunitTestCase testCase)
    {
        if (run.Care is { } before)
            await ctxt.Aggregator.RunAsync(() => before.BeforeTest(ctxt.CancellationTokenSource.Token)).ConfigureAwait(false);
        var summary = await base.RunTestCase(ctxt, testCase).ConfigureAwait(false);
        if (summary.Failed > 0 && run.Care is { } after)
            await ctxt.Aggregator.RunAsync(after.AfterFailure).ConfigureAwait(false);
        return summary;
    }
}
