using LabTest.Hdf5;
using LabTest.Recording.Journal;
using LabTest.Recording.Tables;

namespace LabTest.Recording.Files;

/// <summary>The group /measurements of data.h5: a dataset a column, a row a measurement. What is missing is NaN or an empty text; a flag is 1 or 0, and -1 where there is none.</summary>
internal sealed class Hdf5Measurements
{
    private const int Chunk = 1024;

    private readonly MeasurementRows _rows = new();
    private readonly Hdf5Rows _columns;

    public Hdf5Measurements(Hdf5File file)
    {
        _columns = new Hdf5Rows(file.Root.CreateGroup("measurements").Plot("value", "number"), Chunk);
        Append([]);
    }

    public void Take(JournalEvent what)
    {
        _rows.Take(what);
        if (_rows.Ready >= Chunk)
            Append(_rows.HandReady());
    }

    /// <summary>Appends what is complete.</summary>
    /// <returns>Whether a row still waits for its limits.</returns>
    public bool Flush()
    {
        var rows = _rows.Hand(out var waits);
        if (rows.Count > 0)
            Append(rows);
        return waits;
    }

    /// <summary>Appends what is left, and enters the limits that came after their rows.</summary>
    public void Finish()
    {
        while (Flush())
        {
        }

        if (_rows.Late.Count > 0)
            EnterLate();
    }

    private void Append(IReadOnlyList<MeasurementRow> rows)
    {
        foreach (var column in MeasurementColumn.All)
        {
            switch (column)
            {
                case MeasurementColumn.Long numbers:
                    Column(rows, column.Name, numbers.Of);
                    break;
                case MeasurementColumn.Time times:
                    _columns.AppendTimes(rows.Select(times.Of).ToArray());
                    break;
                case MeasurementColumn.Count counts:
                    Column(rows, column.Name, counts.Of);
                    break;
                case MeasurementColumn.Number numbers:
                    Column(rows, column.Name, r => numbers.Of(r) ?? double.NaN);
                    break;
                case MeasurementColumn.Flag flags:
                    Column(rows, column.Name, r => (sbyte)(flags.Of(r) switch { true => 1, false => 0, null => -1 }));
                    break;
                case MeasurementColumn.Text texts:
                    Column(rows, column.Name, r => Hdf5Names.Text(texts.Of(r) ?? ""));
                    break;
                default:
                    throw new NotSupportedException(column.Name);
            }
        }
    }

    private void Column<T>(IReadOnlyList<MeasurementRow> rows, string name, Func<MeasurementRow, T> value)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(rows[i]);
        _columns.Append<T>(name, values);
    }

    private void EnterLate()
    {
        var group = _columns.Group;
        var numbers = group.Dataset<long>("number").ReadAll();
        foreach (var late in _rows.Late.GroupBy(l => l.Measurement))
        {
            var at = Array.BinarySearch(numbers, late.Key);
            if (at < 0)
                continue;
            var row = late.Aggregate(Read(group, at), static (row, limit) => row.With(limit));
            group.Dataset<double>("lower").Write([row.Lower ?? double.NaN], [at], [1]);
            group.Dataset<double>("upper").Write([row.Upper ?? double.NaN], [at], [1]);
            group.Dataset<string>("verdict").Write([row.Verdict.ToString()], [at], [1]);
            group.Dataset<string>("limits").Write([Hdf5Names.Text(row.Limits ?? "")], [at], [1]);
        }
    }

    // As much of the row as a limit changes or needs.
    private static MeasurementRow Read(Hdf5Group group, int at)
    {
        var taken = new MeasurementTaken(null, "", null, null, null, null, One<string>(group, "unit", at), null, 1, null, [], 0, 1);
        return new MeasurementRow(taken, null)
        {
            Verdict = Enum.Parse<Verdict>(One<string>(group, "verdict", at)),
            Lower = Known(One<double>(group, "lower", at)),
            Upper = Known(One<double>(group, "upper", at)),
            Limits = One<string>(group, "limits", at) is { Length: > 0 } limits ? limits : null,
        };
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static T One<T>(Hdf5Group group, string name, int at)
    {
        var one = new T[1];
        group.Dataset<T>(name).Read(one, [at], [1]);
        return one[0];
    }
}
