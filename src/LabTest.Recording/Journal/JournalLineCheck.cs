using System.Text.Json;

namespace LabTest.Recording.Journal;

/// <summary>Checks the lines of a journal one by one: the checksum, and that an event is what it must be.</summary>
/// <param name="problems">Told of what is wrong.</param>
/// <param name="isSealed">Whether its lines have checksums.</param>
internal sealed class JournalLineCheck(JournalProblems problems, bool isSealed)
{
    private const int FirstLines = 16;

    private long _line;

    /// <summary>What is wrong with the end: the last line is not whole.</summary>
    public string? TornEnd { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="what">The event; null if the line is damaged, which is told.</param>
    /// <param name="line">The number of the line in the file.</param>
    public bool Next(JournalLines lines, out JournalEvent? what, out long line)
    {
        what = null;
        line = ++_line;
        if (!lines.Next(out var bytes))
            return false;
        var problem = lines.IsTooLong ? $"it is longer than {JournalLines.Longest >> 20} MiB" : Read(bytes, out what);
        if (problem is null)
            return true;
        what = null;
        if (lines.IsWhole)
            problems.Add(JournalProblems.Kind.Damaged, _line, problem);
        else
            TornEnd = $"Line {_line}, the last, is not whole: it was being written when the process or the computer stopped.";
        return true;
    }

    /// <summary>Whether the lines of a journal have checksums: one of its first ones has, so that none can lose its own unnoticed.</summary>
    /// <exception cref="RecordingException">The file cannot be read.</exception>
    public static bool IsSealed(string file)
    {
        using var lines = new JournalLines(file);
        for (var i = 0; i < FirstLines && lines.Next(out var line); i++)
        {
            if (JournalSeal.Check(line) is not null || line.IndexOf("\"format\":"u8) >= 0)
                return true;
        }

        return false;
    }

    private string? Read(ReadOnlySpan<byte> line, out JournalEvent? what)
    {
        what = null;
        var isRight = JournalSeal.Check(line);
        if (isRight == false)
            return "its checksum is not that of its bytes: it was altered or damaged";
        if (isRight is null && isSealed)
            return "it has no checksum";
        try
        {
            what = JsonSerializer.Deserialize(line, StrictJson.Event);
            if (what is null)
                return "it is not an event";
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // A sealed event that is not known here is one of a later version.
            what = isRight == true ? UnknownEvent.Of(line) : null;
            return what is null ? Short(e.Message) : null;
        }

        if (what is RunStarted { Format: > JournalWriter.Format and var later })
            problems.Add($"The journal has format {later}, and this version of LabTest knows formats up to {JournalWriter.Format}; read it with a later one.");
        return what.Number <= 0 ? "it has no number" : JournalRules.Problem(what);
    }

    private static string Short(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
