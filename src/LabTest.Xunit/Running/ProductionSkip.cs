using LabTest.Recording.Runs;
using Xunit.Sdk;
using TestFinished = LabTest.Recording.Journal.TestFinished;

namespace LabTest.Xunit.Running;

/// <summary>In a production run a device has passed only if every test ran: a skipped one is an Error there, in the record as for xUnit.</summary>
internal static class ProductionSkip
{
    /// <summary>Records that a test was skipped.</summary>
    public static void Finish(ExperimentRun run, TestScope scope, string reason)
    {
        if (run.Settings.IsProduction)
            run.Recorder.FinishTest(scope, Verdict.Error, TestFinished.Skipped, Message(reason));
        else
            run.Recorder.FinishTest(scope, Verdict.Skipped, cause: null, reason);
    }

    /// <summary>The failure that xUnit reports of it.</summary>
    public static ITestFailed AsFailure(ITestSkipped skipped) =>
        FailedTest.InPlaceOf(skipped, FailureCause.Exception, typeof(InvalidOperationException).FullName, Message(skipped.Reason));

    private static string Message(string reason) => $"skipped in a production run: {reason}";
}
