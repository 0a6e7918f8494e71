using Xunit.Sdk;

namespace LabTest.Xunit.Running;

/// <summary>In a production run a device has passed only if every test ran: a skipped one fails the run.</summary>
internal static class ProductionSkip
{
    public static ITestFailed AsFailure(ITestSkipped skipped) => FailedTest.InPlaceOf(
        skipped, FailureCause.Assertion, typeof(LimitException).FullName, $"Skipped, which fails a production run: {skipped.Reason}");
}
