using System.Text.Json;

namespace LabTest.Recording.Journal;

/// <summary>Reads a journal, also one that is still growing or whose last line is torn.</summary>
internal static class JournalReader
{
    /// <summary>The events in their order, up to the last whole line.</summary>
    /// <exception cref="RecordingException">The file cannot be read, or a line that is not the last is no event.</exception>
    public static IEnumerable<JournalEvent> Read(string file)
    {
        using var lines = Open(file);
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            var last = lines.Peek() < 0;
            if (line.Length == 0)
                continue;
            if (Parse(line, out var problem) is { } what)
                yield return what;
            else if (!last)
                throw new RecordingException($"Line {number} of '{file}' is no event of a journal: {problem}");
        }
    }

    private static StreamReader Open(string file)
    {
        try
        {
            return new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"The journal '{file}' cannot be read: {e.Message}", e);
        }
    }

    private static JournalEvent? Parse(string line, out string? problem)
    {
        try
        {
            problem = null;
            return JsonSerializer.Deserialize(line, JournalJson.Default.JournalEvent);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            problem = e.Message;
            return null;
        }
    }
}
