using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>
/// Runs experiments serially and in declared order: hardware is shared, and an experiment may build on the one before. Classes go by file and
/// line, unless the assembly opts into parallelism.
/// </summary>
internal sealed class LabTestAssemblyRunner(ExperimentRun run) : XunitTestAssemblyRunner
{
    protected override async ValueTask<bool> OnTestAssemblyStarting(XunitTestAssemblyRunnerContext ctxt)
    {
        run.Publish();
        return await base.OnTestAssemblyStarting(ctxt).ConfigureAwait(false);
    }

    protected override List<(IXunitTestCollection Collection, List<IXunitTestCase> TestCases)> OrderTestCollections(XunitTestAssemblyRunnerContext ctxt) =>
        [.. base.OrderTestCollections(ctxt).OrderBy(c => c.TestCases.Min(DeclaredOrder.Of))];

    protected override async ValueTask<RunSummary> RunTestCollections(XunitTestAssemblyRunnerContext ctxt, Exception? exception)
    {
        if (ParallelOptIn.IsGiven(ctxt.TestAssembly.Assembly))
            return await base.RunTestCollections(ctxt, exception).ConfigureAwait(false);
        var summary = new RunSummary();
        foreach (var (collection, testCases) in OrderTestCollections(ctxt))
        {
            if (ctxt.CancellationTokenSource.IsCancellationRequested)
                break;
            summary.Aggregate(exception is null
                ? await RunTestCollection(ctxt, collection, testCases).ConfigureAwait(false)
                : await FailTestCollection(ctxt, collection, testCases, exception).ConfigureAwait(false));
        }

        return summary;
    }

    protected override ValueTask<RunSummary> FailTestCollection(XunitTestAssemblyRunnerContext ctxt, IXunitTestCollection testCollection, IReadOnlyCollection<IXunitTestCase> testCases, Exception exception) =>
        AskedFor.Fail(testCases, ctxt.ExplicitOption, asked => base.FailTestCollection(ctxt, testCollection, asked, exception));

    protected override ValueTask<RunSummary> RunTestCollection(XunitTestAssemblyRunnerContext ctxt, IXunitTestCollection testCollection, IReadOnlyCollection<IXunitTestCase> testCases) =>
        new LabTestCollectionRunner(run).Run(
            testCollection,
            testCases,
            ctxt.ExplicitOption,
            ctxt.MessageBus,
            ctxt.AssemblyTestCaseOrderer ?? DefaultTestCaseOrderer.Instance,
            ctxt.Aggregator.Clone(),
            ctxt.CancellationTokenSource,
            ctxt.AssemblyFixtureMappings);
}
