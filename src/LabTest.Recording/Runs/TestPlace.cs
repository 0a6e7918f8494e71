namespace LabTest.Recording.Runs;

/// <summary>Where a test stands in the sources.</summary>
internal static class TestPlace
{
    /// <summary>File and line: <c>Regulation.cs:65</c>; null where they are not known.</summary>
    public static string? Of(TestSummary test) => test.Started is { File: { Length: > 0 } file } started
        ? $"{file[(file.LastIndexOfAny(['/', '\\']) + 1)..]}{(started.Line is { } line ? $":{line}" : "")}"
        : null;
}
