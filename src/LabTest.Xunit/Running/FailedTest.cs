using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>A failure that is reported in place of what xUnit reports of the same test.</summary>
internal static class FailedTest
{
    /// <summary>The failure.</summary>
    /// <param name="result">What xUnit reports.</param>
    /// <param name="cause">What made the test fail.</param>
    /// <param name="exception">The full name of the exception's type.</param>
    /// <param name="message">What happened.</param>
    /// <param name="stack">Where, for an exception that does not say it.</param>
    public static ITestFailed InPlaceOf(ITestResultMessage result, FailureCause cause, string? exception, string message, string? stack = null) => new TestFailed
    {
        AssemblyUniqueID = result.AssemblyUniqueID,
        TestCollectionUniqueID = result.TestCollectionUniqueID,
        TestClassUniqueID = result.TestClassUniqueID,
        TestMethodUniqueID = result.TestMethodUniqueID,
        TestCaseUniqueID = result.TestCaseUniqueID,
        TestUniqueID = result.TestUniqueID,
        Cause = cause,
        ExceptionParentIndices = [-1],
        ExceptionTypes = [exception],
        Messages = [message],
        StackTraces = [stack],
        ExecutionTime = result.ExecutionTime,
        FinishTime = result.FinishTime,
        Output = result.Output,
        Warnings = result.Warnings,
    };
}
