using LabTest.Recording.Terminal;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>
/// Passes xUnit's messages on with their texts as they may be shown: what the testing platform prints of failures, skips and output holds answers of
/// instruments, and no character of those may command a terminal.
/// </summary>
internal sealed class VisibleSink(IMessageSink inner) : IMessageSink
{
    private const int Longest = 10_000;

    public bool OnMessage(IMessageSinkMessage message)
    {
        if (message is TestResultMessage result)
        {
            result.Output = PrintableText.Of(result.Output);
            result.Warnings = result.Warnings is { } warnings ? Visible(warnings) : null;
        }

        switch (message)
        {
            case TestCaseStarting testCase:
                testCase.TestCaseDisplayName = PrintableText.Of(testCase.TestCaseDisplayName);
                testCase.SkipReason = testCase.SkipReason is { } reason ? PrintableText.Of(reason) : null;
                break;
            case TestStarting test:
                test.TestDisplayName = PrintableText.OneLine(test.TestDisplayName);
                break;
            case TestFailed failed:
                failed.Messages = Visible(failed.Messages);
                break;
            case TestCleanupFailure failure:
                failure.Messages = Visible(failure.Messages);
                break;
            case ErrorMessage error:
                error.Messages = Visible(error.Messages);
                break;
            case TestSkipped skipped:
                skipped.Reason = PrintableText.Of(skipped.Reason);
                break;
            case TestFinished finished:
                finished.Attachments = Visible(finished.Attachments);
                break;
            case TestOutput output:
                output.Output = PrintableText.Of(output.Output);
                break;
        }

        return inner.OnMessage(message);
    }

    // Two names that read the same must stay two.
    private static Dictionary<string, TestAttachment> Visible(IReadOnlyDictionary<string, TestAttachment> attachments)
    {
        var visible = new Dictionary<string, TestAttachment>(StringComparer.Ordinal);
        foreach (var (name, attachment) in attachments)
        {
            var shown = PrintableText.OneLine(name);
            for (var i = 2; !visible.TryAdd(shown, attachment); i++)
                shown = $"{PrintableText.OneLine(name)} {i}";
        }

        return visible;
    }

    private static string[] Visible(string[] messages) => [.. messages.Select(m => m.Length <= Longest ? PrintableText.Of(m) : $"{PrintableText.Of(PrintableText.Cut(m, Longest))} ({m.Length:N0} characters; the whole is in events.jsonl)")];
}

/// <summary>Finds tests as xUnit does, and gives them names that may be shown: what is listed comes straight from here.</summary>
internal sealed class VisibleDiscoverer(IXunitTestAssembly assembly) : XunitTestFrameworkDiscoverer(assembly)
{
    protected override ValueTask<bool> FindTestsForMethod(IXunitTestMethod testMethod, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback) =>
        base.FindTestsForMethod(testMethod, discoveryOptions, testCase => discoveryCallback(Visible(testCase)));

    // A case of a kind of its own is left as it is: only its author can make another.
    private static ITestCase Visible(ITestCase found)
    {
        var shown = PrintableText.OneLine(found.TestCaseDisplayName);
        if (shown == found.TestCaseDisplayName || found is not XunitTestCase one)
            return found;
        if (one.GetType() == typeof(XunitTestCase))
        {
            return new XunitTestCase(
                one.TestMethod, shown, one.UniqueID, one.Explicit, one.SkipExceptions, one.SkipReason, one.SkipType, one.SkipUnless, one.SkipWhen, one.Traits, one.TestMethodArguments, one.SourceFilePath, one.SourceLineNumber, Limit(one));
        }

        return one is XunitDelayEnumeratedTheoryTestCase theory && one.GetType() == typeof(XunitDelayEnumeratedTheoryTestCase)
            ? new XunitDelayEnumeratedTheoryTestCase(
                one.TestMethod, shown, one.UniqueID, one.Explicit, theory.SkipTestWithoutData, one.SkipExceptions, one.SkipReason, one.SkipType, one.SkipUnless, one.SkipWhen, one.Traits, one.SourceFilePath, one.SourceLineNumber, Limit(one))
            : found;
    }

    private static int? Limit(XunitTestCase testCase) => testCase.Timeout > 0 ? testCase.Timeout : null;
}
