using LabTest.Recording.Files;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Recovery;

/// <summary>
/// Rebuilds the files of a run from its journal: measurements.arrows, data.h5, run.json and the report. What the journal only refers to
/// (waveforms, arrays) is carried over from the data.h5 that is there. Each file takes the place of the old one when it is complete, and what cannot be
/// rebuilt is listed.
/// </summary>
internal sealed class RunRecovery
{
    private readonly RunFolder _folder;
    private readonly JournalReader _journal;
    private readonly RunSummary _summary;
    private readonly List<string> _problems = [];
    private readonly List<string> _notes = [];

    private RunRecovery(RunFolder folder)
    {
        _folder = folder;
        _journal = new JournalReader(folder.Journal);
        _summary = RunSummary.Read(_journal, folder, isRunning: false);
        _problems.AddRange(_summary.JournalProblems);
    }

    // What a damaged journal has lost may still be in the files that were made while the run went.
    private bool KeepsOld => _summary.JournalProblems.Count > 0;

    /// <summary>Rebuilds all files that are derived.</summary>
    /// <exception cref="RecordingException">The journal cannot be read or holds nothing, or the run is being written.</exception>
    public static RecoveredRun Recover(RunFolder folder)
    {
        using var held = RunLock.TryTake(folder) ?? throw Writing(folder);
        return new RunRecovery(folder).Rebuild();
    }

    private RecoveredRun Rebuild()
    {
        if (_summary.Started is null)
            throw new RecordingException($"'{_folder.Journal}' holds no run: no line of it can be read.{string.Concat(_problems.Take(3).Select(static p => $" {p}"))}");
        foreach (var file in (string[])[_folder.Measurements, _folder.Data, _folder.RunJson, _folder.Report])
            WholeFile.RemoveUnfinished(file);
        Try(() => ArrowFollower.Rebuild(_folder, _journal, KeepsOnce(_folder.Measurements)), _folder.Measurements);
        Try(RebuildData, _folder.Data);
        _problems.AddRange(Derived.Write(_folder, _summary).Select(static e => e.Message));
        return new RecoveredRun(_summary, _problems, _notes);
    }

    private void RebuildData()
    {
        using var old = new StoredData(_folder, _problems);
        WholeFile.Write(_folder.Data, path =>
        {
            // Closed before a file is moved.
            using (old)
                RebuildData(path, old);
        }, () => (KeepsOnce(_folder.Data) || old.HasUnreadable) && Noted(_folder.Data));
    }

    private void RebuildData(string path, StoredData old)
    {
        var stored = new Dictionary<string, ArrayStored>(StringComparer.Ordinal);
        foreach (var array in _summary.Arrays)
            stored[array.Dataset] = array;
        HashSet<string> known = [.. _summary.Tables.Keys];
        using var file = new Hdf5Follower(path, static _ => { });
        foreach (var what in _journal.Replay(RunsFolder.NameOf(_folder.Path)))
        {
            MeasuredValue? data = null;
            if (what is MeasurementTaken { Dataset: { } dataset } taken && !_summary.Tables.ContainsKey(dataset))
            {
                known.Add(dataset);
                data = Read(old, taken, stored.GetValueOrDefault(dataset));
            }

            Follow(file, what, data);
        }

        foreach (var place in old.Places().Where(p => !known.Contains(p)))
            CarryOver(file, old, place, stored.GetValueOrDefault(place));
        file.Finish();
    }

    private MeasuredValue? Read(StoredData old, MeasurementTaken taken, ArrayStored? stored)
    {
        var value = old.Read(taken, stored, out var reason);
        if (value is not null)
            return value;
        if (stored is not null || reason is not null)
            _problems.Add($"The numbers of '{taken.Name}' ({taken.Dataset}) are lost: {reason ?? "there is no data.h5 that holds them"}.");
        else
            _notes.Add($"'{taken.Name}' ({taken.Dataset}) was being stored when its process ended: its numbers were never in data.h5.");
        return null;
    }

    // The line of such a measurement is damaged or lost: it is among the problems of the journal.
    private void CarryOver(Hdf5Follower file, StoredData old, string place, ArrayStored? stored)
    {
        if (old.MeasurementOf(place) is not { } taken)
            return;
        if (Read(old, taken, stored) is not { } value)
            return;
        Try(() => file.Keep(taken, value), place);
        _notes.Add($"{place} was carried over from data.h5; the journal does not say which measurement it is.");
    }

    private void Follow(Hdf5Follower file, JournalEvent what, MeasuredValue? data)
    {
        try
        {
            file.Follow(what, data);
        }
        catch (SkippedException e)
        {
            _problems.Add(e.Message);
        }
    }

    // A file that was kept by a recovery before is the one from the run; what is there now, that recovery has made.
    private bool KeepsOnce(string file) => KeepsOld && !WholeFile.Kept(file).Any();

    private bool Noted(string file)
    {
        _notes.Add($"The {Path.GetFileName(file)} that was there is kept beside the new one: it may hold more.");
        return true;
    }

    private void Try(Action make, string what)
    {
        try
        {
            make();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"'{what}' cannot be written: {e.Message.TrimEnd('.')}. Make room on the disk or ask for the right to write there, and recover again.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever stands in a journal, the other files are rebuilt.
            _problems.Add($"'{what}' cannot be rebuilt: {e.Message}");
        }
    }

    private static RecordingException Writing(RunFolder folder)
    {
        var run = JournalReader.Read(folder.Journal).FirstOrDefault() as RunStarted;
        var writer = run?.Process is { } process ? $"process {process} on {run.Environment.Host}" : "another process";
        return new RecordingException($"'{folder.Path}' is still being written by {writer}. Nothing was changed; recover it when that process has ended.");
    }
}
