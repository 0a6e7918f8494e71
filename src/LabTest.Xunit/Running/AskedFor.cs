using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>
/// Fails experiments for a fixture that could not be made, such as a station that does not open, and only those that would have run: an explicit one that nobody
/// asked for is not run, as ever.
/// </summary>
internal static class AskedFor
{
    /// <summary>Fails those that were asked for.</summary>
    /// <param name="testCases">The experiments.</param>
    /// <param name="option">Whether explicit ones were asked for.</param>
    /// <param name="fail">Fails the given ones.</param>
    public static async ValueTask<RunSummary> Fail(
        IReadOnlyCollection<IXunitTestCase> testCases, ExplicitOption option, Func<IReadOnlyCollection<IXunitTestCase>, ValueTask<RunSummary>> fail)
    {
        IXunitTestCase[] asked = [.. testCases.Where(c => option switch { ExplicitOption.Off => !c.Explicit, ExplicitOption.Only => c.Explicit, _ => true })];
        var others = testCases.Count - asked.Length;
        var summary = new RunSummary { Total = others, NotRun = others };
        if (asked.Length > 0)
            summary.Aggregate(await fail(asked).ConfigureAwait(false));
        return summary;
    }
}
