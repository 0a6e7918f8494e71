using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>Runs the methods of a class in the order they are declared.</summary>
internal sealed class LabTestClassRunner(ExperimentRun run) : XunitTestClassRunner
{
    protected override IReadOnlyCollection<IXunitTestCase> OrderTestCases(XunitTestClassRunnerContext ctxt) => [.. ctxt.TestCases.OrderBy(DeclaredOrder.Of)];

    protected override async ValueTask<bool> OnTestClassStarting(XunitTestClassRunnerContext ctxt)
    {
        if (run.Care is { } care)
            await ctxt.Aggregator.RunAsync(() => care.BeforeClass(ctxt.CancellationTokenSource.Token)).ConfigureAwait(false);
        return await base.OnTestClassStarting(ctxt).ConfigureAwait(false);
    }

    protected override ValueTask<RunSummary> FailTestMethod(
        XunitTestClassRunnerContext ctxt, IXunitTestMethod? testMethod, IReadOnlyCollection<IXunitTestCase> testCases, object?[] constructorArguments, Exception exception) =>
        AskedFor.Fail(testCases, ctxt.ExplicitOption, asked => base.FailTestMethod(ctxt, testMethod, asked, constructorArguments, exception));

    protected override ValueTask<RunSummary> RunTestMethod(
        XunitTestClassRunnerContext ctxt, IXunitTestMethod? testMethod, IReadOnlyCollection<IXunitTestCase> testCases, object?[] constructorArguments) =>
        testMethod is null
            ? base.RunTestMethod(ctxt, testMethod, testCases, constructorArguments)
            : new LabTestMethodRunner(run).Run(
                testMethod,
                testCases,
                ctxt.ExplicitOption,
                ctxt.MessageBus,
                ctxt.Aggregator.Clone(),
                ctxt.CancellationTokenSource,
                constructorArguments);
}
