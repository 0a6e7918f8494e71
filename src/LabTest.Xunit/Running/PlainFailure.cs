using Xunit.Sdk;

namespace LabTest.Xunit.Running;

/// <summary>Tells what keeps a fixture from being made, such as a mistyped station, as it is: without xUnit's wrapping and without a stack.</summary>
internal static class PlainFailure
{
    public static ITestFailed Of(ITestFailed failed) => !FailureTexts.IsFixture(failed.Messages.FirstOrDefault() ?? "") || failed.Messages.Length < 2
        ? failed
        : FailedTest.InPlaceOf(
            failed,
            failed.Cause,
            failed.ExceptionTypes[1],
            FailureTexts.Of(failed.Messages) ?? "",
            IsOurs(failed.ExceptionTypes[1]) ? null : failed.StackTraces.ElementAtOrDefault(1));

    // Errors of ours say what, where and what to do; where they come from in the code helps nobody.
    private static bool IsOurs(string? type) => type?.StartsWith("LabTest.", StringComparison.Ordinal) == true;
}
