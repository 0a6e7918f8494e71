using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>
/// Fails every experiment with what keeps the run from beginning, such as a folder for runs that cannot be made. Without a run no station
/// opens: nothing is done that could not be recorded.
/// </summary>
internal sealed class FailingAssemblyRunner(Exception cause) : XunitTestAssemblyRunner
{
    protected override ValueTask<RunSummary> RunTestCollections(XunitTestAssemblyRunnerContext ctxt, Exception? exception) =>
        base.RunTestCollections(ctxt, cause);
}
