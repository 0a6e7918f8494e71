using System.Security.Cryptography;

namespace LabTest.Recording.Runs;

/// <summary>The folder of one run, <c>2026-11-21/140312-bench-3-7f3a9c</c>, and the names of its files.</summary>
/// <param name="Path">The folder.</param>
internal sealed record RunFolder(string Path)
{
    public const string JournalName = "events.jsonl";

    public string Name => System.IO.Path.GetFileName(Path);

    public string Journal => System.IO.Path.Combine(Path, JournalName);

    /// <summary>The file that is locked while the run is being written.</summary>
    public string Lock => System.IO.Path.Combine(Path, "run.lock");

    public string RunJson => System.IO.Path.Combine(Path, "run.json");

    public string Measurements => System.IO.Path.Combine(Path, "measurements.arrows");

    public string Data => System.IO.Path.Combine(Path, "data.h5");

    public string Report => System.IO.Path.Combine(Path, "report.html");

    /// <summary>Makes the folder of a new run.</summary>
    /// <exception cref="RecordingException">It cannot be made.</exception>
    public static RunFolder Create(string runs, string name, DateTimeOffset start)
    {
        var local = start.ToLocalTime();
        var safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
        var path = System.IO.Path.Combine(runs, $"{local:yyyy-MM-dd}", $"{local:HHmmss}-{safe}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}");
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
