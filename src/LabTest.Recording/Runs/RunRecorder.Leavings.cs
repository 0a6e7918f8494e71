using System.Security.Cryptography;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <content>What tests leave beside their measurements: output, warnings, diagnostic messages, files.</content>
internal sealed partial class RunRecorder
{
    private const int LongestOutput = 64 * 1024;
    private const int LongestMessage = 2000;
    private const int MostMessages = 1000;
    private const int MostFiles = 1000;
    private const long LargestHashed = 256L * 1024 * 1024;

    private readonly HashSet<string> _attached = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Name, long Bytes)> _kept = new(StringComparer.Ordinal);
    private int _diagnostics;

    /// <summary>Records what a test wrote to its output.</summary>
    public void Output(TestScope scope, string text)
    {
        if (text.Length > 0)
            Note(new OutputWritten(scope.Number!.Value, Middle(text), text.Length), Now);
    }

    /// <summary>Records the warnings that a test gave.</summary>
    public void Warn(TestScope scope, IReadOnlyCollection<string> warnings)
    {
        foreach (var warning in warnings.Take(MostMessages))
            Warn(scope, TestNames.Sentence(scope.Test!.Name), Start(warning));
        if (warnings.Count > MostMessages)
            Warn(scope, TestNames.Sentence(scope.Test!.Name), $"{warnings.Count - MostMessages} more warnings are left out.");
    }

    /// <summary>Records a diagnostic message.</summary>
    public void Diagnose(string message)
    {
        var count = Interlocked.Increment(ref _diagnostics);
        if (count <= MostMessages)
            Note(new DiagnosticSent(CurrentTest()?.Number, count < MostMessages ? Start(message) : $"{Start(message)} (the {MostMessages}th; more are left out)"), Now);
    }

    /// <summary>Writes an attachment of a test to the folder of the run, and records its hash.</summary>
    /// <param name="scope">The test.</param>
    /// <param name="name">What the test calls it.</param>
    /// <param name="content">The content.</param>
    /// <param name="mediaType">What it is.</param>
    /// <exception cref="RecordingException">It cannot be written.</exception>
    public void Attach(TestScope scope, string name, ReadOnlySpan<byte> content, string mediaType)
    {
        var file = NameFor(scope.Test!, name, mediaType);
        try
        {
            Directory.CreateDirectory(Folder.Attachments);
            using var stream = new FileStream(Path.Combine(Folder.Path, file), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"The attachment '{name}' cannot be written to '{Path.Combine(Folder.Path, file)}': {e.Message}. Make room on the disk, or choose another folder with --lab-runs or LABTEST_RUNS.", e);
        }

        lock (_attached)
            _kept[file] = (name, content.Length);
        Note(new FileKept(scope.Number, Start(name), file, mediaType, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), Now);
    }

    // What was attached is a part of the record.
    private void CheckAttachments()
    {
        foreach (var (file, (name, bytes)) in _kept)
        {
            var now = new FileInfo(Path.Combine(Folder.Path, file));
            if (!now.Exists || now.Length != bytes)
            {
                Failed(new RecordingException(
                    $"The attachment '{name}' ('{now.FullName}') was {(now.Exists ? "altered" : "deleted or moved")} while the run went on. Find what changes the folder of a run before it has ended, and run again; 'labtest recover' cannot bring it back."));
            }
        }
    }

    // What experiments wrote into the folder of the run; nobody said which test did.
    private void KeepFiles()
    {
        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
            var found = Directory.EnumerateFiles(Folder.Path, "*", options)
                .Select(f => Path.GetRelativePath(Folder.Path, f).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(f => !RunFolder.IsOwn(f) && !_attached.Contains(f))
                .Order(StringComparer.Ordinal)
                .ToArray();
            foreach (var file in found.Take(MostFiles))
                Keep(file);
            if (found.Length > MostFiles)
                Warn(scope: null, "files", $"{found.Length - MostFiles} more files in the folder of the run are not listed.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Warn(scope: null, "files", $"The files that experiments wrote to '{Folder.Path}' cannot be listed: {e.Message}");
        }
    }

    private void Keep(string file)
    {
        var path = Path.Combine(Folder.Path, file);
        var found = new FileInfo(path);
        if (!found.Exists)
            return;     // it was taken away since it was listed
        var bytes = found.Length;
        string? hash = null;
        try
        {
            // A pipe or a device says that it is empty, and reading it may never end.
            if (bytes is > 0 and <= LargestHashed)
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Warn(scope: null, "files", $"'{file}' cannot be read, so its hash is not recorded: {e.Message}");
        }

        Note(new FileKept(null, file, file, MediaTypes.Of(file), bytes, hash), Now);
    }

    private string NameFor(TestInfo test, string name, string mediaType)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        var extension = MediaTypes.Of(name) is not null ? Path.GetExtension(name) : MediaTypes.Extension(mediaType);
        var safe = RunFolder.Safe($"{test.Class[(test.Class.LastIndexOf('.') + 1)..]}.{test.Method}-{stem}");
        lock (_attached)
        {
            for (var i = 1; ; i++)
            {
                var file = $"{RunFolder.AttachmentsName}/{safe}{(i == 1 ? "" : $"_{i}")}{extension}";
                if (_attached.Add(file))
                    return file;
            }
        }
    }

    private static string Start(string text) => text.Length <= LongestMessage ? text : $"{text.AsSpan(0, LongestMessage)}… ({text.Length} characters)";

    private static string Middle(string text) => text.Length <= LongestOutput
        ? text
        : $"{text.AsSpan(0, LongestOutput * 3 / 4)}\n… {text.Length - LongestOutput} characters are left out here …\n{text.AsSpan(text.Length - LongestOutput / 4)}";
}
