using LabTest.Hdf5;
using LabTest.Recording.Files;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Recovery;

/// <summary>
/// Makes the files of a run anew from its journal: measurements.arrows, data.h5, run.json and the report. What the journal only refers to
/// (waveforms, arrays) is taken from the data.h5 that is there.
/// </summary>
internal static class RunRecovery
{
    /// <summary>Makes all files that are derived.</summary>
    /// <exception cref="RecordingException">The journal cannot be read, or the run is being written.</exception>
    public static RecoveredRun Recover(RunFolder folder)
    {
        using var held = RunLock.TryTake(folder) ?? throw Writing(folder);
        var summary = RunSummary.Read(folder);
        if (summary.Started is null)
            throw new RecordingException($"'{folder.Journal}' holds no run: its first line, which says what was run, is missing.");
        List<string> problems = [];
        Try(() => ArrowFollower.Rebuild(folder), folder.Measurements, problems);
        Try(() => RebuildData(folder, summary, problems), folder.Data, problems);
        problems.AddRange(Derived.Write(folder, summary).Select(e => e.Message));
        return new RecoveredRun(summary, problems);
    }

    private static RecordingException Writing(RunFolder folder)
    {
        var run = JournalReader.Read(folder.Journal).FirstOrDefault() as RunStarted;
        var writer = run?.Process is { } process ? $"process {process} on {run.Environment.Host}" : "another process";
        return new RecordingException($"'{folder.Path}' is still being written by {writer}. Nothing was changed; recover it when that process has ended.");
    }

    private static void RebuildData(RunFolder folder, RunSummary summary, List<string> problems) => WholeFile.Write(folder.Data, path =>
    {
        var isLost = false;
        using (var old = OpenOld(folder, problems))
        using (var file = new Hdf5Follower(path, static _ => { }))
        {
            var stored = summary.Arrays.ToDictionary(a => a.Dataset, StringComparer.Ordinal);
            foreach (var what in JournalReader.Read(folder.Journal))
            {
                var data = what is MeasurementTaken { Dataset: { } dataset } taken && stored.TryGetValue(dataset, out var array)
                    ? TryRead(old, array, new Instant(taken.Time), problems)
                    : null;
                isLost |= data is null && what is MeasurementTaken { Dataset: { } wanted } && stored.ContainsKey(wanted);
                file.Follow(what, data);
            }

            file.Finish();
        }

        // What could not be read here may be read by other means.
        if (isLost && File.Exists(folder.Data))
            File.Move(folder.Data, folder.Data + ".damaged", overwrite: true);
    });

    private static Hdf5File? OpenOld(RunFolder folder, List<string> problems)
    {
        if (!File.Exists(folder.Data))
            return null;
        try
        {
            return Hdf5File.OpenRead(folder.Data);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"'{folder.Data}' cannot be read: {e.Message}");
            return null;
        }
    }

    private static MeasuredValue? TryRead(Hdf5File? old, ArrayStored stored, Instant time, List<string> problems)
    {
        try
        {
            if (old is not null)
                return StoredNumbers.Read(old, stored, time);
            problems.Add($"The numbers of '{stored.Name}' ({stored.Dataset}) are lost: there is no data.h5 that holds them.");
        }
        catch (Exception e) when (e is IOException or KeyNotFoundException or InvalidOperationException or RecordingException)
        {
            problems.Add($"The numbers of '{stored.Name}' ({stored.Dataset}) are lost: {e.Message}");
        }

        return null;
    }

    private static void Try(Action make, string file, List<string> problems)
    {
        try
        {
            make();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"'{file}' cannot be written: {e.Message}. Make room on the disk or ask for the right to write there, and recover again.");
        }
    }
}
