using LabTest.Recording.Runs;
using Xunit.Sdk;

namespace LabTest.Xunit.Running;

/// <summary>Fails a test for what was recorded of it, whatever became of the assertion's own exception.</summary>
internal sealed class RecordedFailure : LabTestException, RecordedFailure.IAssertionException
{
    private readonly SourcePlace? _at;

    private RecordedFailure(string message, SourcePlace? at)
        : base(message) => _at = at;

    /// <summary>The line of the assertion, since that is where the reader has to look.</summary>
    public override string? StackTrace => _at is null ? null : $"   at the assertion in {_at.File}:line {_at.Line}";

    /// <summary>Makes it.</summary>
    /// <param name="scope">The test.</param>
    /// <param name="skipped">The reason with which the test skipped itself; null where it swallowed the failure.</param>
    public static RecordedFailure Of(TestScope scope, string? skipped) => new(
        $"{scope.FirstFailure}. {(skipped is null ? "The assertion failed, but its exception was swallowed" : $"The test then skipped itself ('{skipped}')")}; a recorded {scope.Worst} fails its test all the same.",
        scope.FailedAt);

    /// <summary>Reports it in place of an outcome that is better than what was recorded.</summary>
    public static ITestFailed InPlaceOf(ITestResultMessage result, TestScope scope, string? skipped)
    {
        var failure = Of(scope, skipped);
        return FailedTest.InPlaceOf(result, FailureCause.Assertion, typeof(LimitException).FullName, failure.Message, failure.StackTrace);
    }

    // xUnit tells an assertion from an accident by an interface of this name, whoever declares it.
    private interface IAssertionException;
}
