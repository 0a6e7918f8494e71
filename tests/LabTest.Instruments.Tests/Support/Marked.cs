namespace LabTest.Instruments.Tests.Support;

/// <summary>A text in which ⌖ stands before the place that a message must name.</summary>
internal sealed record Marked(string Text, int Line, int Column)
{
    private const char Mark = '⌖';

    public static Marked Of(string text)
    {
        var at = text.IndexOf(Mark, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, "the text must say with ⌖ which place is wrong");
        var before = text[..at];
        var lineStart = before.LastIndexOf('\n') + 1;
        return new Marked(text.Remove(at, 1), before.Count(c => c == '\n') + 1, at - lineStart + 1);
    }

    /// <summary>The problem that an action finds at the marked place; there must be no other.</summary>
    public ProfileProblem OnlyProblem(Action<string> action)
    {
        var problem = action.Invoking(a => a(Text)).Should().Throw<ProfileException>().Which.Problems.Should().ContainSingle().Which;
        (problem.Line, problem.Column).Should().Be((Line, Column), "the message is: {0}", problem);
        return problem;
    }
}
