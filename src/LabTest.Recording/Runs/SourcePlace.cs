using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LabTest.Recording.Runs;

/// <summary>A line of source code, such as the one where a test failed.</summary>
/// <param name="File">The file, with its folder.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed partial record SourcePlace(string File, int Line)
{
    /// <summary>As it is shown: <c>Extra.cs:65</c>.</summary>
    public override string ToString() => $"{File[(File.LastIndexOfAny(['/', '\\']) + 1)..]}:{Line.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A place of which file and line are known; null where one is not.</summary>
    public static SourcePlace? Of(string? file, int? line) => file is { Length: > 0 } && line is { } known ? new SourcePlace(file, known) : null;

    /// <summary>The innermost line of the experiments that is running now; null where no debug information tells.</summary>
    /// <param name="own">The source file of the test, which counts before all others.</param>
    public static SourcePlace? Here(string? own) => In(new StackTrace(1, fNeedFileInfo: true).ToString(), own);

    /// <summary>The innermost line of the experiments in a stack trace; null where it names none.</summary>
    /// <param name="stack">The stack trace, as .NET writes it.</param>
    /// <param name="own">The source file of the test, which counts before all others.</param>
    public static SourcePlace? In(string? stack, string? own)
    {
        if (stack is null)
            return null;
        SourcePlace? first = null;
        foreach (Match frame in Frame().Matches(stack))
        {
            if (!int.TryParse(frame.Groups["line"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var line))
                continue;
            var place = new SourcePlace(frame.Groups["file"].Value, line);
            if (place.File == own)
                return place;
            if (!Libraries().IsMatch(frame.Groups["method"].Value))
                first ??= place;
        }

        return first;
    }

    [GeneratedRegex(@"^\s*at (?<method>.+?) in (?<file>.+):line (?<line>\d+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Frame();

    [GeneratedRegex(@"^(LabTest\.(Arrow|Assertions|Data|Engine|Fixtures|Hdf5|Instruments|Recording|Simulation|Units|Xunit)|Xunit|FluentAssertions|System|Microsoft)\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Libraries();
}
