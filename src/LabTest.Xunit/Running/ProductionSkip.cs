using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>In a production run a device has passed only if every test ran: a skipped one fails the run.</summary>
internal static class ProductionSkip
{
    public static ITestFailed AsFailure(ITestSkipped skipped) => new TestFailed
    {
        AssemblyUniqueID = skipped.AssemblyUniqueID,
        TestCollectionUniqueID = skipped.TestCollectionUniqueID,
        TestClassUniqueID = skipped.TestClassUniqueID,
        TestMethodUniqueID = skipped.TestMethodUniqueID,
        TestCaseUniqueID = skipped.TestCaseUniqueID,
        TestUniqueID = skipped.TestUniqueID,
        Cause = FailureCause.Assertion,
        ExceptionParentIndices = [-1],
        ExceptionTypes = [typeof(LimitException).FullName],
        Messages = [$"Skipped, which fails a production run: {skipped.Reason}"],
        StackTraces = [null],
        ExecutionTime = skipped.ExecutionTime,
        FinishTime = skipped.FinishTime,
        Output = skipped.Output,
        Warnings = skipped.Warnings,
    };
}
