using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>Runs the tests of a case, each with its record.</summary>
internal sealed class LabTestCaseRunner(ExperimentRun run) : XunitTestCaseRunner
{
    protected override ValueTask<RunSummary> RunTest(XunitTestCaseRunnerContext ctxt, IXunitTest test) => new LabTestRunner(run).Run(
        Named(test),
        ctxt.MessageBus,
        ctxt.ConstructorArguments,
        ctxt.ExplicitOption,
        ctxt.Aggregator.Clone(),
        ctxt.CancellationTokenSource,
        ctxt.BeforeAfterTestAttributes);

    // The rows of a theory that are only found when it runs have not passed the discoverer.
    private static IXunitTest Named(IXunitTest test)
    {
        var name = ArgumentNames.Shorten(test.TestDisplayName, test.TestMethodArguments);
        return name == test.TestDisplayName || test.GetType() != typeof(XunitTest)
            ? test
            : new XunitTest(
                test.TestCase, test.TestMethod, test.Explicit, test.SkipReason, test.SkipType, test.SkipUnless, test.SkipWhen, name, test.UniqueID, test.Traits, test.Timeout, test.TestMethodArguments);
    }
}
