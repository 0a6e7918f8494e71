using System.Security.Cryptography;
using System.Text;

namespace LabTest.Recording.Runs;

/// <summary>The folder of one run, <c>2026-11-21/140312-bench-3-7f3a9c</c>, and the names of its files.</summary>
/// <param name="Path">The folder.</param>
internal sealed record RunFolder(string Path)
{
    public const string JournalName = "events.jsonl";
    public const string AttachmentsName = "attachments";

    private const int LongestName = 100;

    // File systems take names of 255 bytes; this leaves room for what stands around one.
    private const int MostBytes = 180;

    private static readonly string[] Own = [JournalName, "run.lock", "run.json", "measurements.arrows", "data.h5", "report.html"];

    public string Name => System.IO.Path.GetFileName(Path);

    public string Journal => System.IO.Path.Combine(Path, JournalName);

    /// <summary>The file that is locked while the run is being written.</summary>
    public string Lock => System.IO.Path.Combine(Path, "run.lock");

    public string RunJson => System.IO.Path.Combine(Path, "run.json");

    public string Measurements => System.IO.Path.Combine(Path, "measurements.arrows");

    public string Data => System.IO.Path.Combine(Path, "data.h5");

    public string Report => System.IO.Path.Combine(Path, "report.html");

    /// <summary>The folder of what tests attached.</summary>
    public string Attachments => System.IO.Path.Combine(Path, AttachmentsName);

    /// <summary>Whether a file of the folder is part of the record, or becomes one.</summary>
    /// <param name="file">Its path in the folder.</param>
    public static bool IsOwn(string file) => Own.Any(o => file == o || file.StartsWith(o + ".", StringComparison.Ordinal));

    /// <summary>A name as it may stand in that of a file.</summary>
    public static string Safe(string name)
    {
        var safe = string.Concat(name.Take(LongestName).Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
        while (Encoding.UTF8.GetByteCount(safe) > MostBytes)
            safe = safe[..^1];
        return safe;
    }

    /// <summary>Makes the folder of a new run.</summary>
    /// <exception cref="RecordingException">It cannot be made.</exception>
    public static RunFolder Create(string runs, string name, DateTimeOffset start)
    {
        var local = start.ToLocalTime();
        var path = System.IO.Path.Combine(runs, $"{local:yyyy-MM-dd}", $"{local:HHmmss}-{Safe(name)}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}");
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"The folder '{path}' for this run cannot be made: {e.Message}. Choose another with --lab-runs or LABTEST_RUNS.", e);
        }

        return new RunFolder(path);
    }
}
