using LabTest.Data;
using LabTest.Hdf5;
using LabTest.Recording.Journal;
using LabTest.Recording.Tables;

namespace LabTest.Recording.Files;

/// <summary>The groups /tables/… of data.h5: a dataset a column, filled while a scan goes.</summary>
internal sealed class Hdf5Tables(Hdf5File file, DefaultPlot plot)
{
    private const int Chunk = 1024;

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
                table.Rows.Group.Attributes.Set("exit", finished.Exit);
                if (finished.Reason is { } reason)
                    table.Rows.Group.Attributes.Set("reason", reason);
                break;
        }
    }

    public void Flush()
    {
        foreach (var table in _open.Values)
            table.Flush();
    }

    /// <summary>Stores a table that is there whole.</summary>
    public void Store(string path, Table table)
    {
        file.Root.WriteTable(path, table);
        if (table.Columns.Any(c => c.IsNumeric))
            plot.Offer("tables", path);
    }

    private Scan Begin(TableStarted started)
    {
        var group = file.Root.CreateGroup(started.Table);
        group.Attributes.Set("plan", started.Plan);
        group.Attributes.Set("columns", [.. started.Columns.Select(c => NexusMarks.Safe(c.Name)), "time"]);
        var (set, read) = (started.Columns.Where(c => c.IsSet).ToArray(), started.Columns.Where(c => !c.IsSet).ToArray());
        var signal = read.FirstOrDefault() ?? started.Columns[0];
        if (set.Length == 1 && read.Length > 0)
            group.Plot(NexusMarks.Safe(signal.Name), NexusMarks.Safe(set[0].Name));
        else
            group.Plot(NexusMarks.Safe(signal.Name));
        if (read.Length > 1)
            group.Attributes.Set("auxiliary_signals", read.Skip(1).Select(c => NexusMarks.Safe(c.Name)).ToArray());
        plot.Offer("tables", started.Table);

        var scan = new Scan(new Hdf5Rows(group, Chunk), started.Columns);
        scan.Flush();
        return scan;
    }

    private sealed class Scan(Hdf5Rows rows, IReadOnlyList<ColumnRecord> columns)
    {
        public Hdf5Rows Rows { get; } = rows;

        public List<TableRowTaken> Waiting { get; } = [];

        /// <summary>Appends the rows that wait; makes the datasets when it is called first.</summary>
        public void Flush()
        {
            for (var i = 0; i < columns.Count; i++)
                Rows.Append<double>(NexusMarks.Safe(columns[i].Name), Waiting.Select(r => r.Values[i]).ToArray(), columns[i].Unit);
            Rows.AppendTimes(Waiting.Select(r => r.Time).ToArray());
            Waiting.Clear();
        }
    }
}
