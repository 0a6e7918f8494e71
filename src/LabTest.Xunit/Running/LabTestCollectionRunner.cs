using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>Runs the classes of a collection, with the station brought back to its start before each where it asks for that.</summary>
internal sealed class LabTestCollectionRunner(ExperimentRun run) : XunitTestCollectionRunner
{
    protected override ValueTask<RunSummary> FailTestClass(XunitTestCollectionRunnerContext ctxt, IXunitTestClass? testClass, IReadOnlyCollection<IXunitTestCase> testCases, Exception exception) =>
        AskedFor.Fail(testCases, ctxt.ExplicitOption, asked => base.FailTestClass(ctxt, testClass, asked, exception));

    protected override ValueTask<RunSummary> RunTestClass(XunitTestCollectionRunnerContext ctxt, IXunitTestClass? testClass, IReadOnlyCollection<IXunitTestCase> testCases) =>
        testClass is null
            ? base.RunTestClass(ctxt, testClass, testCases)
            : new LabTestClassRunner(run).Run(
                testClass,
                testCases,
                ctxt.ExplicitOption,
                ctxt.MessageBus,
                ctxt.TestCaseOrderer,
                ctxt.Aggregator.Clone(),
                ctxt.CancellationTokenSource,
                ctxt.CollectionFixtureMappings);
}
