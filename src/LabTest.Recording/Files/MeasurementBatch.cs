using LabTest.Arrow;
using LabTest.Arrow.Types;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Files;

/// <summary>Rows of measurements as record batches.</summary>
internal static class MeasurementBatch
{
    private static readonly TimestampType Time = new(TimeUnit.Nanosecond, "UTC");

    /// <summary>The schema of measurements.arrows, with what identifies the run as its metadata.</summary>
    public static Schema SchemaOf(RunStarted run)
    {
        var schema = new Schema.Builder()
            .Field(Required("number", Int64Type.Default))
            .Field(Required("time", Time))
            .Field(Optional("test", StringType.Default))
            .Field(Required("name", StringType.Default))
            .Field(Optional("value", DoubleType.Default))
            .Field(Required("unit", StringType.Default))
            .Field(Optional("uncertainty", DoubleType.Default))
            .Field(Optional("lower", DoubleType.Default))
            .Field(Optional("upper", DoubleType.Default))
            .Field(Required("verdict", StringType.Default))
            .Field(Optional("limits", StringType.Default))
            .Field(Optional("text", StringType.Default))
            .Field(Optional("flag", BooleanType.Default))
            .Field(Optional("dataset", StringType.Default))
            .Field(Optional("source", StringType.Default))
            .Field(Optional("conditions", StringType.Default))
            .Field(Required("samples", Int32Type.Default))
            .Field(Required("index", Int32Type.Default))
            .Field(Required("attempt", Int32Type.Default))
            .Metadata("labtest", "measurements/1")
            .Metadata("run", run.Run)
            .Metadata("batch", run.Batch)
            .Metadata("project", run.Project);
        if (run.Dut is { } dut)
            schema.Metadata("dut", dut);
        if (run.Operator is { } person)
            schema.Metadata("operator", person);
        return schema.Build();
    }

    public static RecordBatch Of(Schema schema, IReadOnlyList<MeasurementRow> rows) => new(
        schema,
        [
            new Int64Array.Builder().AppendRange(rows.Select(r => r.Taken.Number)).Build(),
            Times(rows),
            Text(rows, static r => r.Test),
            Text(rows, static r => r.Taken.Name),
            Numbers(rows, static r => r.Taken.Value),
            Text(rows, static r => r.Taken.Unit),
            Numbers(rows, static r => r.Taken.Uncertainty),
            Numbers(rows, static r => r.Lower),
            Numbers(rows, static r => r.Upper),
            Text(rows, static r => r.Verdict.ToString()),
            Text(rows, static r => r.Limits),
            Text(rows, static r => r.Taken.Text),
            new BooleanArray.Builder().AppendRange(rows.Select(r => r.Taken.Flag)).Build(),
            Text(rows, static r => r.Taken.Dataset),
            Text(rows, static r => r.Taken.Source),
            Text(rows, static r => r.Conditions),
            new Int32Array.Builder().AppendRange(rows.Select(r => r.Taken.Samples)).Build(),
            new Int32Array.Builder().AppendRange(rows.Select(r => r.Taken.Index)).Build(),
            new Int32Array.Builder().AppendRange(rows.Select(r => r.Taken.Attempt)).Build(),
        ],
        rows.Count);

    private static Field Required(string name, IArrowType type) => new(name, type, nullable: false);

    private static Field Optional(string name, IArrowType type) => new(name, type, nullable: true);

    private static StringArray Text(IReadOnlyList<MeasurementRow> rows, Func<MeasurementRow, string?> text)
    {
        var builder = new StringArray.Builder();
        foreach (var row in rows)
        {
            if (text(row) is { } given)
                builder.Append(given);
            else
                builder.AppendNull();
        }

        return builder.Build();
    }

    private static DoubleArray Numbers(IReadOnlyList<MeasurementRow> rows, Func<MeasurementRow, double?> number) =>
        new DoubleArray.Builder().AppendRange(rows.Select(number)).Build();

    private static TimestampArray Times(IReadOnlyList<MeasurementRow> rows)
    {
        var times = new TimestampArray.Builder(Time);
        foreach (var row in rows)
            times.Append(row.Taken.Time);
        return times.Build();
    }
}
