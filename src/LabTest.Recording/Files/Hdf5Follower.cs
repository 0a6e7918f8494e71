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
    private const int Parts = 4;

    // So many are read once more when a run ends, some milliseconds' worth; a recovery reads all.
    private const long MostReadAgain = 8 << 20;

    private readonly Dictionary<long, TestStarted> _started = [];
    private readonly List<ArrayStored> _stored = [];
    private Hdf5File? _file;
    private FilePlace? _place;
    private Hdf5Measurements? _measurements;
    private Hdf5Tables? _tables;
    private Hdf5Arrays? _arrays;
    private Hdf5Tests? _tests;
    private bool _isDirty;

    /// <inheritdoc/>
    public bool HoldsNumbers => true;

    /// <inheritdoc/>
    public void Follow(JournalEvent what, MeasuredValue? data)
    {
        if (what is RunStarted run && _file is null)
            Begin(run);
        if (_file is null)
            return;
        _isDirty = true;
        if (what is TestStarted test)
            _started[test.Number] = test;

        // What one part cannot take is not the others' loss.
        SkippedException? skipped = null;
        for (var part = 0; part < Parts; part++)
        {
            try
            {
                Take(part, what, data);
            }
            catch (Exception e) when (IsOfOneThing(e))
            {
                skipped ??= new SkippedException($"data.h5 lacks {Name(what)}: {e.Message}", e);
            }
        }

        if (skipped is not null)
            throw skipped;
    }

    /// <summary>Stores numbers whose measurement is not in the journal any more.</summary>
    public void Keep(MeasurementTaken taken, MeasuredValue data) => Store(taken, data);

    /// <inheritdoc/>
    public bool Flush()
    {
        if (_file is null)
            return false;
        var waits = _measurements!.Flush();
        _tables!.Flush();
        if (_isDirty)
        {
            _place!.Check(0);
            _file.Checkpoint();
        }

        _isDirty = false;
        return waits;
    }

    /// <inheritdoc/>
    public void Finish()
    {
        if (_file is null)
            return;
        _tables!.Flush();
        _measurements!.Finish();
        _file.Checkpoint();
        Dispose();
        CheckWhole();
    }

    public void Dispose()
    {
        var open = _file;
        _file = null;
        open?.Dispose();
    }

    // A disk that is full or gone is the end of the whole file.
    private static bool IsOfOneThing(Exception e) => e is not (Hdf5WriteException or UnauthorizedAccessException or OutOfMemoryException or ObjectDisposedException)
        && (e is not IOException || e is Hdf5Exception);

    private static string Name(JournalEvent what) => what switch
    {
        MeasurementTaken taken => $"'{taken.Name}' (number {taken.Number})",
        TestStarted test => $"the test '{test.Name}' (number {test.Number})",
        TestFinished test => $"a part of the test with number {test.Test}",
        TableStarted table => $"the table {table.Table}",
        _ => $"what happened as number {what.Number}",
    };

    private void Begin(RunStarted run)
    {
        _file = Hdf5File.Create(file, new Hdf5FileOptions { Overwrite = true });
        _place = new FilePlace(file);
        _file.Root.Says("creator", $"LabTest {run.Environment.LabTest}").Says("file_time", new Instant(run.Time).ToString()).Says("run", run.Run).Says("project", run.Project).Says("dut", run.Dut);
        var plot = new DefaultPlot(_file);
        _measurements = new Hdf5Measurements(_file);
        _tables = new Hdf5Tables(_file, plot, _started);
        _arrays = new Hdf5Arrays(_file, plot, _started);
        _tests = new Hdf5Tests(_file);
        _file.Checkpoint();
    }

    private void Take(int part, JournalEvent what, MeasuredValue? data)
    {
        switch (part)
        {
            case 0:
                _measurements!.Take(what);
                break;
            case 1:
                _tables!.Take(what);
                break;
            case 2:
                _tests!.Take(what);
                break;
            default:
                Store(what, data);
                break;
        }
    }

    private void Store(JournalEvent what, MeasuredValue? data)
    {
        if (what is MeasurementTaken { Dataset: { } dataset } taken && data is not null && !_file!.Root.TryGet(dataset, out _))
            Store(taken, data);
        if (what is RunFinished finished)
            _file!.Root.Says("verdict", finished.Verdict.ToString());
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
        _stored.Add(stored);
        log(stored);
    }

    private ArrayStored StoreTable(MeasurementTaken taken, TableValue table)
    {
        _tables!.Store(taken, table.Table);
        return new ArrayStored(taken.Name, taken.Test, taken.Dataset!, 0, table.Table.RowCount, "", null, null, null, taken.Source);
    }

    // What only this file holds is looked for once more, where others will look for it.
    private void CheckWhole()
    {
        _place!.Check(0);
        try
        {
            using var whole = Hdf5File.OpenRead(file);
            var left = MostReadAgain;
            foreach (var stored in _stored)
            {
                if (!IsWhole(whole, stored, ref left))
                    throw new AlteredFileException(file, $"altered by another program: {stored.Dataset} is not in it as it was written");
            }
        }
        catch (Hdf5Exception e)
        {
            throw new AlteredFileException(file, $"altered by another program ({e.Message.TrimEnd('.')})");
        }
    }

    private static bool IsWhole(Hdf5File file, ArrayStored stored, ref long left)
    {
        if (!file.Root.TryGet(stored.Dataset, out var found) || found is not Hdf5Group group)
            return false;
        if (stored.Sum is not { } sum)
            return true;
        if (!group.TryGet("value", out var value) || value is not Hdf5Dataset dataset || dataset.Shape.Count != stored.Rows)
            return false;
        left -= stored.Rows;
        return left < 0 || ArrayStored.SumOf(dataset.As<double>().ReadAll()) == sum;
    }
}
