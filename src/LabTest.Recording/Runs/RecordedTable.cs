using LabTest.Data;
using LabTest.Engine;
using LabTest.Engine.Documents;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>Records the documents of a scan as the rows of a table, as they happen, and gives the table at the end.</summary>
/// <param name="run">The run.</param>
/// <param name="scope">What the table belongs to.</param>
/// <param name="name">The name of the table.</param>
/// <param name="uncertaintyOf">Gives the standard uncertainty of a value that was just set or read by a path; null where it is unknown.</param>
internal sealed class RecordedTable(RunRecorder run, TestScope scope, string name, Func<string, Quantity, Quantity?> uncertaintyOf) : IDocumentSink
{
    private readonly List<double[]> _uncertainties = [];
    private readonly List<double[]> _rows = [];
    private readonly List<long> _times = [];
    private string _plan = "scan";
    private IReadOnlyList<DataKey> _keys = [];

    /// <summary>Where it is recorded.</summary>
    public string Dataset { get; } = run.NextTable(name);

    /// <inheritdoc/>
    public void Take(Document document)
    {
        switch (document)
        {
            case StartDocument start:
                _plan = start.Plan;
                break;
            case DescriptorDocument descriptor:
                _keys = descriptor.Keys;
                run.Write(new TableStarted(scope.Number, Dataset, _plan, [.. _keys.Select(k => new ColumnRecord(k.Name, k.Unit.Symbol, k.IsSet))]), descriptor.Time);
                break;
            case EventDocument row:
                _rows.Add([.. row.Values]);
                _uncertainties.Add([.. row.Values.Zip(_keys, (v, key) => uncertaintyOf(key.Name, new Quantity(v, key.Unit))?.DifferenceIn(key.Unit) ?? double.NaN)]);
                _times.Add(row.Time.UnixNanoseconds);
                run.Write(new TableRowTaken(Dataset, row.Index, row.Values), row.Time);
                break;
            case StopDocument stop when _keys.Count > 0:
                run.Write(new TableFinished(Dataset, _rows.Count, stop.Exit.ToString().ToLowerInvariant(), stop.Reason), stop.Time);
                break;
        }
    }

    /// <summary>Records the table as a measurement and gives it, with a column <c>time</c> at its end.</summary>
    public Table ToTable()
    {
        Column[] columns =
        [
            .. _keys.Select((key, i) => new NumberColumn<double>(key.Name, _rows.Select(r => r[i]).ToArray(), key.Unit)),
            new TimeColumn("time", _times.ToArray()),
        ];
        var taken = run.Record(scope, new MeasurementDraft(name, new TableValue(new Table(columns)), run.Now) { Dataset = Dataset });
        var axis = columns[0];
        return new Table([.. columns.Select((c, i) => c.From(
            new ColumnOrigin(taken, $"{name}/{c.Name}", c == axis ? null : axis),
            i < _keys.Count ? _uncertainties.Select(u => u[i]).ToArray() : default(ReadOnlyMemory<double>)))]) { Name = name, Recorded = taken };
    }
}
