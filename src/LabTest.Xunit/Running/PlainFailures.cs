using System.Collections.Concurrent;
using Xunit.Sdk;

namespace LabTest.Xunit.Running;

/// <summary>
/// Tells what keeps a fixture from being made, such as a mistyped station, as it is: without xUnit's wrapping, without a stack, and once. The tests after the first
/// that it keeps from running refer to that one; the record says it of each.
/// </summary>
internal sealed class PlainFailures
{
    private readonly ConcurrentDictionary<string, string> _told = new(StringComparer.Ordinal);

    /// <summary>The failure as it is shown.</summary>
    /// <param name="failed">The failure as xUnit tells it.</param>
    /// <param name="test">The test, as it is shown.</param>
    public ITestFailed Of(ITestFailed failed, string test)
    {
        if (failed.ExceptionTypes.FirstOrDefault() == typeof(RecordedFailure).FullName)
            return FailedTest.InPlaceOf(failed, failed.Cause, typeof(LimitException).FullName, failed.Messages[0], failed.StackTraces[0]);
        if (FailureTexts.FixtureIn(failed.Messages) is not { } fixture)
            return failed;
        var message = FailureTexts.Of(failed.Messages) ?? "";
        var first = _told.GetOrAdd(message, test);
        if (first != test)
            return FailedTest.InPlaceOf(failed, failed.Cause, failed.ExceptionTypes[1], $"{fixture}; '{first}' says why.");
        return FailedTest.InPlaceOf(failed, failed.Cause, failed.ExceptionTypes[1], message, IsOurs(failed.ExceptionTypes[1]) ? null : failed.StackTraces.ElementAtOrDefault(1));
    }

    // Errors of ours say what, where and what to do; where they come from in the code helps nobody.
    private static bool IsOurs(string? type) => type?.StartsWith("LabTest.", StringComparison.Ordinal) == true;
}
