using System.Security.Cryptography;

namespace LabTest.Recording.Files;

/// <summary>A file that is written whole or not at all: beside its place, and moved there when it is complete and on the disk.</summary>
internal static class WholeFile
{
    private const string Unfinished = ".tmp";

    /// <summary>Writes the file; what was there before is kept where that fails.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the file that it is given the path of.</param>
    /// <param name="keep">Whether the file that was there is kept too, asked when the new one is complete; null keeps none.</param>
    public static void Write(string path, Action<string> write, Func<bool>? keep = null)
    {
        // A name of its own: two processes may make the same report.
        var unfinished = $"{path}.{RandomNumberGenerator.GetHexString(6, lowercase: true)}{Unfinished}";
        try
        {
            write(unfinished);
            using (var file = File.OpenHandle(unfinished, FileMode.Open, FileAccess.ReadWrite))
                DiskSync.Wait(file);
            if (keep?.Invoke() == true && File.Exists(path))
                File.Move(path, FreeName(path));
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            // On a full disk the room that it took is worth more.
            TryDelete(unfinished);
            throw;
        }
    }

    /// <summary>The files that were kept when others took their place, the newest first.</summary>
    public static IEnumerable<string> Kept(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        return Directory.EnumerateFiles(folder, $"{name}.kept*").OrderByDescending(static f => f.Length).ThenByDescending(static f => f, StringComparer.Ordinal);
    }

    /// <summary>Removes what writers left beside a file when they were killed.</summary>
    public static void RemoveUnfinished(string path)
    {
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.*{Unfinished}"))
            TryDelete(left);
    }

    private static string FreeName(string path)
    {
        var name = $"{path}.kept";
        for (var i = 2; File.Exists(name); i++)
            name = $"{path}.kept-{i}";
        return name;
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It hinders nobody, and the next recovery tries again.
        }
    }
}
