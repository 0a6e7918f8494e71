namespace LabTest.Instruments;

/// <summary>One thing that is wrong in a file, and its place.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; 0 where the whole file is meant.</param>
/// <param name="Column">The column, from 1; 0 where the whole line is meant.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="DidYouMean">What a misspelt word may have meant.</param>
public sealed record ProfileProblem(string File, int Line, int Column, string Message, string? DidYouMean = null)
{
    /// <summary>As compilers write it: <c>psu.yaml:12:5: unknown key 'rnage'; did you mean 'range'?</c></summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}:{Column}" : "")}: {Message}{(DidYouMean is null ? "" : $"; did you mean '{DidYouMean}'?")}";
}
