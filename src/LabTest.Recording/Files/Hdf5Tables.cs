using LabTest.Data;
using LabTest.Hdf5;
using LabTest.Recording.Journal;
using LabTest.Recording.Tables;

namespace LabTest.Recording.Files;

/// <summary>The groups /tables/… of data.h5: a dataset a column, filled while a scan goes.</summary>
/// <param name="file">The file.</param>
/// <param name="plot">Is offered each as what a viewer shows first.</param>
/// <param name="tests">The tests that have begun, by the number of their start.</param>
internal sealed class Hdf5Tables(Hdf5File file, DefaultPlot plot, IReadOnlyDictionary<long, TestStarted> tests)
{
    private const int Chunk = 1024;
    private const string Time = "time";

    private readonly Dictionary<string, Scan> _open = new(StringComparer.Ordinal);

    public void Take(JournalEvent what)
    {
        switch (what)
        {
            case TableStarted started:
                _open[started.Table] = Begin(started);
                break;
            case TableRowTaken row when _open.TryGetValue(row.Table, out var table):
                table.Waiting.Add(row);
                if (table.Waiting.Count >= Chunk)
                    table.Flush();
                break;
            case TableFinished finished when _open.Remove(finished.Table, out var table):
                table.Flush();
                table.Rows.Group.Says("exit", finished.Exit).Says("reason", finished.Reason);
                break;
        }
    }

    public void Flush()
    {
        foreach (var table in _open.Values)
            table.Flush();
    }

    /// <summary>Stores a table that is there whole.</summary>
    public void Store(MeasurementTaken taken, Table table)
    {
        var path = taken.Dataset!;
        file.Root.WriteTable(path, table);
        Belongs(file.Root.Group(path), taken.Test);
        if (table.Columns.Any(c => c.IsNumeric))
            plot.Offer("tables", path);
    }

    private void Belongs(Hdf5Group group, long? number)
    {
        if (number is { } known && tests.GetValueOrDefault(known) is { } test)
            group.Says("test", test.Id).Says("conditions", MeasurementRow.InWords(test.Conditions));
    }

    private Scan Begin(TableStarted started)
    {
        var group = file.Root.CreateGroup(started.Table);
        var names = new Hdf5Names(Time);
        var columns = started.Columns.Select(c => (Name: names.Free(c.Name), Column: c)).ToArray();
        Belongs(group, started.Test);
        group.Says("plan", started.Plan).Attributes.Set("columns", [.. columns.Select(c => c.Name), Time]);
        var (set, read) = (columns.Where(c => c.Column.IsSet).Select(c => c.Name).ToArray(), columns.Where(c => !c.Column.IsSet).Select(c => c.Name).ToArray());
        var signal = read.FirstOrDefault() ?? columns[0].Name;
        if (set.Length == 1 && read.Length > 0)
            group.Plot(signal, set[0]);
        else
            group.Plot(signal);
        if (read.Length > 1)
            group.Attributes.Set("auxiliary_signals", read[1..]);
        plot.Offer("tables", started.Table);

        var scan = new Scan(new Hdf5Rows(group, Chunk), columns);
        scan.Flush();
        return scan;
    }

    private sealed class Scan(Hdf5Rows rows, IReadOnlyList<(string Name, ColumnRecord Column)> columns)
    {
        public Hdf5Rows Rows { get; } = rows;

        public List<TableRowTaken> Waiting { get; } = [];

        /// <summary>Appends the rows that wait; makes the datasets when it is called first.</summary>
        public void Flush()
        {
            for (var i = 0; i < columns.Count; i++)
                Append(columns[i].Name, columns[i].Column, i);
            Rows.AppendTimes(Waiting.Select(r => r.Time).ToArray());
            Waiting.Clear();
        }

        private void Append(string name, ColumnRecord column, int at)
        {
            var isNew = Rows.Append<double>(name, Waiting.Select(r => at < r.Values.Count ? r.Values[at] : double.NaN).ToArray(), column.Unit);
            if (isNew && name != column.Name)
                Rows.Group.Dataset<double>(name).Says("name", column.Name);
        }
    }
}
