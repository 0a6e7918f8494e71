using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>A table and its rows; of very many rows it keeps the first ones.</summary>
internal sealed class TableSummary(TableStarted started)
{
    private const int MostKept = 20_000;

    private readonly List<TableRowTaken> _rows = [];

    public TableStarted Started { get; } = started;

    public IReadOnlyList<TableRowTaken> Rows => _rows;

    public TableFinished? Finished { get; set; }

    public void Take(TableRowTaken row)
    {
        if (_rows.Count < MostKept && row.Values.Count == Started.Columns.Count)
            _rows.Add(row);
    }
}
