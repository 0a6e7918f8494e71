using LabTest.Arrow;
using LabTest.Arrow.Ipc;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Files;

/// <summary>
/// Writes measurements.arrows: an Arrow IPC stream that is readable while it grows, in batches of 1,000 rows or of what a tenth of a second
/// brought. If a limit was held against a measurement whose row was already written, the stream is written anew when the run is over.
/// </summary>
internal sealed class ArrowFollower : IRunFollower
{
    private const int RowsPerBatch = 1000;

    private readonly RunFolder _folder;
    private readonly MeasurementRows _rows;
    private readonly string _file;
    private FileStream? _stream;
    private FilePlace? _place;
    private ArrowStreamWriter? _writer;
    private Schema? _schema;

    public ArrowFollower(RunFolder folder)
        : this(folder, new MeasurementRows(), folder.Measurements)
    {
    }

    private ArrowFollower(RunFolder folder, MeasurementRows rows, string file)
    {
        _folder = folder;
        _rows = rows;
        _file = file;
    }

    /// <summary>Makes the stream from the journal, whole or not at all.</summary>
    public static void Rebuild(RunFolder folder, JournalReader journal, bool keepOld = false)
    {
        var late = new MeasurementRows();
        foreach (var what in journal.Replay(RunsFolder.NameOf(folder.Path)))
        {
            late.Take(what);
            if (late.Ready >= RowsPerBatch)
                late.HandReady();
        }

        WholeFile.Write(folder.Measurements, path =>
        {
            using var writer = new ArrowFollower(folder, new MeasurementRows(late.Late.ToLookup(l => l.Measurement)), path);
            foreach (var what in journal.Replay(RunsFolder.NameOf(folder.Path)))
                writer.Follow(what, data: null);
            writer.End();
        }, () => keepOld);
    }

    private static void Rebuild(RunFolder folder)
    {
        var journal = new JournalReader(folder.Journal);
        _ = journal.Events().Count();
        Rebuild(folder, journal);
    }

    /// <inheritdoc/>
    public void Follow(JournalEvent what, MeasuredValue? data)
    {
        if (what is RunStarted run && _writer is null)
        {
            _schema = MeasurementBatch.SchemaOf(run);
            _stream = new FileStream(_file, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
            _place = new FilePlace(_file);
            _writer = new ArrowStreamWriter(_stream, _schema);
            _writer.WriteStart();
        }

        _rows.Take(what);
        if (_rows.Ready >= RowsPerBatch)
            Write(_rows.HandReady());
    }

    /// <inheritdoc/>
    public bool Flush()
    {
        Write(_rows.Hand(out var waits));
        return waits;
    }

    /// <inheritdoc/>
    public void Finish()
    {
        End();
        if (_rows.Late.Count > 0)
            Rebuild(_folder);
    }

    public void Dispose() => _writer?.Dispose();

    private void End()
    {
        Flush();
        Flush();
        if (_writer is null)
            return;
        _place!.Check(_stream!.Position);
        _writer.WriteEnd();
        _place.Check(_stream.Position);
        _writer.Dispose();
        _writer = null;
    }

    private void Write(IReadOnlyList<MeasurementRow> rows)
    {
        if (rows.Count == 0)
            return;

        // Behind a cut, a batch would leave a hole.
        _place!.Check(_stream!.Position);
        _writer!.WriteRecordBatch(MeasurementBatch.Of(_schema!, rows));
    }
}
