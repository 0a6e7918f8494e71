using LabTest.Recording.Terminal;
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
        switch (message)
        {
            case TestFailed failed:
                failed.Messages = Visible(failed.Messages);
                failed.Output = VisibleText.Of(failed.Output);
                break;
            case TestCleanupFailure failure:
                failure.Messages = Visible(failure.Messages);
                break;
            case ErrorMessage error:
                error.Messages = Visible(error.Messages);
                break;
            case TestSkipped skipped:
                skipped.Reason = VisibleText.Of(skipped.Reason);
                skipped.Output = VisibleText.Of(skipped.Output);
                break;
            case TestPassed passed:
                passed.Output = VisibleText.Of(passed.Output);
                break;
            case TestOutput output:
                output.Output = VisibleText.Of(output.Output);
                break;
        }

        return inner.OnMessage(message);
    }

    private static string[] Visible(string[] messages) => [.. messages.Select(m => m.Length <= Longest ? VisibleText.Of(m) : $"{VisibleText.Of(VisibleText.Cut(m, Longest))} ({m.Length:N0} characters; the whole is in events.jsonl)")];
}
