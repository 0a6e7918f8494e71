using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>Tells what keeps a fixture from being made, such as a mistyped station, as it is: without xUnit's wrapping and without a stack.</summary>
internal static class PlainFailure
{
    public static ITestFailed Of(ITestFailed failed) => !FailureTexts.IsFixture(failed.Messages.FirstOrDefault() ?? "") || failed.Messages.Length < 2
        ? failed
        : new TestFailed
        {
            AssemblyUniqueID = failed.AssemblyUniqueID,
            TestCollectionUniqueID = failed.TestCollectionUniqueID,
            TestClassUniqueID = failed.TestClassUniqueID,
            TestMethodUniqueID = failed.TestMethodUniqueID,
            TestCaseUniqueID = failed.TestCaseUniqueID,
            TestUniqueID = failed.TestUniqueID,
            Cause = failed.Cause,
            ExceptionParentIndices = [-1],
            ExceptionTypes = [failed.ExceptionTypes[1]],
            Messages = [FailureTexts.Of(failed.Messages) ?? ""],
            StackTraces = [IsOurs(failed.ExceptionTypes[1]) ? null : failed.StackTraces.ElementAtOrDefault(1)],
            ExecutionTime = failed.ExecutionTime,
            FinishTime = failed.FinishTime,
            Output = failed.Output,
            Warnings = failed.Warnings,
        };

    // Errors of ours say what, where and what to do; where they come from in the code helps nobody.
    private static bool IsOurs(string? type) => type?.StartsWith("LabTest.", StringComparison.Ordinal) == true;
}
