using LabTest.Recording.Runs;
using Xunit.Sdk;

namespace LabTest.Xunit.Running;

/// <summary>Fails a test for what was recorded of it, whatever became of the assertion's own exception.</summary>
internal sealed class RecordedFailure : LabTestException, RecordedFailure.IAssertionException
{
    private RecordedFailure(string message, string? stack)
        : base(message) => StackTrace = stack;

    /// <summary>The line of the assertion, since that is where the reader has to look.</summary>
    public override string? StackTrace { get; }

    /// <summary>Several assertions that failed, one after the other: the test's own and those of what cleans up after it.</summary>
    public static RecordedFailure Of(IReadOnlyList<Exception> assertions) =>
        new(string.Join("\n", assertions.Select(static a => a.Message)), assertions[0].StackTrace);

    /// <summary>Makes it.</summary>
    /// <param name="scope">The test.</param>
    /// <param name="skipped">The reason with which the test skipped itself; null where it swallowed the failure.</param>
    public static RecordedFailure Of(TestScope scope, string? skipped) => new(
        $"{scope.FirstFailure}. {(skipped is null ? "The assertion failed, but its exception was swallowed" : $"The test then skipped itself ('{skipped}')")}; a recorded {scope.Worst} fails its test all the same.",
        scope.FailedAt is { } at ? $"   at the assertion in {at.File}:line {at.Line}" : null);

    /// <summary>Reports it in place of an outcome that is better than what was recorded.</summary>
    public static ITestFailed InPlaceOf(ITestResultMessage result, TestScope scope, string? skipped)
    {
        var failure = Of(scope, skipped);
        return FailedTest.InPlaceOf(result, FailureCause.Assertion, typeof(LimitException).FullName, failure.Message, failure.StackTrace);
    }

    // xUnit tells an assertion from an accident by an interface of this name, whoever declares it.
    private interface IAssertionException;
}
