using LabTest.Hdf5;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Files;

/// <summary>
/// Writes data.h5: measurements, tests, scans, waveforms. What was flushed survives the death of the process and is readable meanwhile;
/// waveforms and arrays, which the journal only refers to, are checkpointed at once.
/// </summary>
/// <param name="file">The path of the file.</param>
/// <param name="log">Told of each array once it is checkpointed.</param>
internal sealed class Hdf5Follower(string file, Action<ArrayStored> log) : IRunFollower
{
    private Hdf5File? _file;
    private Hdf5Measurements? _measurements;
    private Hdf5Tables? _tables;
    private Hdf5Arrays? _arrays;
    private Hdf5Tests? _tests;
    private bool _isDirty;

    /// <inheritdoc/>
    public void Follow(JournalEvent what, MeasuredValue? data)
    {
        if (what is RunStarted run)
            Begin(run);
        if (_file is null)
            return;
        _measurements!.Take(what);
        _tables!.Take(what);
        _tests!.Take(what);
        if (what is MeasurementTaken { Dataset: { } dataset } taken && data is not null && !_file.Root.TryGet(dataset, out _))
            Store(taken, data);
        if (what is RunFinished finished)
            _file.Root.Attributes.Set("verdict", finished.Verdict.ToString());
        _isDirty = true;
    }

    /// <inheritdoc/>
    public bool Flush()
    {
        if (_file is null)
            return false;
        var waits = _measurements!.Flush();
        _tables!.Flush();
        if (_isDirty)
            _file.Checkpoint();
        _isDirty = false;
        return waits;
    }

    /// <inheritdoc/>
    public void Finish()
    {
        _tables?.Flush();
        _measurements?.Finish();
        _file?.Checkpoint();
        Dispose();
    }

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private void Begin(RunStarted run)
    {
        _file = Hdf5File.Create(file, new Hdf5FileOptions { Overwrite = true });
        var attributes = _file.Root.Attributes;
        attributes.Set("creator", $"LabTest {run.Environment.LabTest}");
        attributes.Set("file_time", new Instant(run.Time).ToString());
        attributes.Set("run", run.Run);
        attributes.Set("project", run.Project);
        if (run.Dut is { } dut)
            attributes.Set("dut", dut);
        var plot = new DefaultPlot(_file);
        _measurements = new Hdf5Measurements(_file);
        _tables = new Hdf5Tables(_file, plot);
        _arrays = new Hdf5Arrays(_file, plot);
        _tests = new Hdf5Tests(_file);
        _file.Checkpoint();
    }

    private void Store(MeasurementTaken taken, MeasuredValue data)
    {
        var stored = data switch
        {
            WaveformValue waveform => _arrays!.Store(taken, waveform.Waveform),
            ArrayValue array => _arrays!.Store(taken, array),
            TableValue table => StoreTable(taken, table),
            _ => null,
        };
        if (stored is null)
            return;
        _file!.Checkpoint();
        log(stored);
    }

    private ArrayStored StoreTable(MeasurementTaken taken, TableValue table)
    {
        _tables!.Store(taken.Dataset!, table.Table);
        return new ArrayStored(taken.Name, taken.Test, taken.Dataset!, 0, table.Table.RowCount, "", null, null, null, taken.Source);
    }
}
