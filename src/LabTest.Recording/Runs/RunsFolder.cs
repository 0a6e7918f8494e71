namespace LabTest.Recording.Runs;

/// <summary>Where runs are kept.</summary>
internal static class RunsFolder
{
    /// <summary>The folder that was asked for; else <c>runs</c> beside the nearest solution or repository above a folder; else <c>runs</c> in it.</summary>
    public static string Find(LabSettings settings, string from)
    {
        if (settings.Runs is { } given)
            return settings.FullPath(given);
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any() || folder.EnumerateFiles("*.slnx").Any() || Path.Exists(Path.Combine(folder.FullName, ".git")))
                return Path.Combine(folder.FullName, "runs");
        }

        return Path.Combine(from, "runs");
    }

    /// <summary>The folders of all runs, the newest first.</summary>
    public static IEnumerable<string> Runs(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateDirectories(folder)
            .OrderByDescending(Path.GetFileName, StringComparer.Ordinal)
            .SelectMany(day => Directory.EnumerateDirectories(day).OrderByDescending(Path.GetFileName, StringComparer.Ordinal))
            .Where(run => File.Exists(Path.Combine(run, RunFolder.JournalName)));

    /// <summary>What a run is called: its day and its folder, <c>2026-11-21/140312-bench-3-7f3a9c</c>.</summary>
    public static string NameOf(string run) => $"{Path.GetFileName(Path.GetDirectoryName(run))}/{Path.GetFileName(run)}";
}
