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
