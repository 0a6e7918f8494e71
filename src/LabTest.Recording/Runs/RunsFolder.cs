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

    /// <summary>The folders of all runs, the newest first, as their journals say when they began: folders are named after the clock on the wall.</summary>
    public static IEnumerable<string> Runs(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateDirectories(folder)
            .SelectMany(Directory.EnumerateDirectories)
            .Where(run => File.Exists(Path.Combine(run, RunFolder.JournalName)))
            .Select(run => (Run: run, Start: RunStart.Of(new RunFolder(run))))
            .OrderByDescending(r => r.Start)
            .ThenByDescending(r => r.Run, StringComparer.Ordinal)
            .Select(r => r.Run);

    /// <summary>The newest run that is under way or in which something was tested or measured; null if there is none.</summary>
    public static string? Newest(IEnumerable<string> newestFirst) => newestFirst.FirstOrDefault(static r => RunStart.HasContent(new RunFolder(r)));

    /// <summary>What a run is called: its day and its folder, <c>2026-11-21/140312-bench-3-7f3a9c</c>.</summary>
    public static string NameOf(string run) => $"{Path.GetFileName(Path.GetDirectoryName(run))}/{Path.GetFileName(run)}";
}
