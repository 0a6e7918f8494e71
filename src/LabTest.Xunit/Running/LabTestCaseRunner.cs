using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>Runs the tests of a case, each with its record.</summary>
internal sealed class LabTestCaseRunner(ExperimentRun run) : XunitTestCaseRunner
{
    protected override ValueTask<RunSummary> RunTest(XunitTestCaseRunnerContext ctxt, IXunitTest test) => new LabTestRunner(run).Run(
        test,
        ctxt.MessageBus,
        ctxt.ConstructorArguments,
        ctxt.ExplicitOption,
        ctxt.Aggregator.Clone(),
        ctxt.CancellationTokenSource,
        ctxt.BeforeAfterTestAttributes);
}
