namespace LabTest.Instruments;

/// <summary>One thing that is wrong in a file, and its place.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; 0 where the whole file is meant.</param>
/// <param name="Column">The column, from 1; 0 where the whole line is meant.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="DidYouMean">What a misspelt word may have meant.</param>
public sealed record ProfileProblem(string File, int Line, int Column, string Message, string? DidYouMean = null)
{
    private const int LongestMessage = 1000;

    /// <summary>What is wrong and what to do; of a long one, such as one that repeats a whole file, the beginning and the end.</summary>
    public string Message { get; init; } = Message.Length <= LongestMessage ? Message : $"{Message.AsSpan(0, LongestMessage / 2)} … {Message.AsSpan(Message.Length - LongestMessage / 2)}";

    /// <summary>As compilers write it: <c>psu.yaml:12:5: unknown key 'rnage'; did you mean 'range'?</c></summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}:{Column}" : "")}: {Message}{(DidYouMean is null ? "" : $"; did you mean '{DidYouMean}'?")}";
}
