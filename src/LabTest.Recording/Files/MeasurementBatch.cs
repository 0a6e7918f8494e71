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
        var schema = new Schema.Builder();
        foreach (var column in MeasurementColumn.All)
            schema.Field(new Field(column.Name, TypeOf(column), column.IsOptional));
        schema
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

    public static RecordBatch Of(Schema schema, IReadOnlyList<MeasurementRow> rows) => new(schema, [.. MeasurementColumn.All.Select(c => Values(c, rows))], rows.Count);

    private static IArrowType TypeOf(MeasurementColumn column) => column switch
    {
        MeasurementColumn.Long => Int64Type.Default,
        MeasurementColumn.Time => Time,
        MeasurementColumn.Count => Int32Type.Default,
        MeasurementColumn.Number => DoubleType.Default,
        MeasurementColumn.Flag => BooleanType.Default,
        _ => StringType.Default,
    };

    private static IArrowArray Values(MeasurementColumn column, IReadOnlyList<MeasurementRow> rows) => column switch
    {
        MeasurementColumn.Long numbers => new Int64Array.Builder().AppendRange(rows.Select(numbers.Of)).Build(),
        MeasurementColumn.Time times => Times(rows, times.Of),
        MeasurementColumn.Count counts => new Int32Array.Builder().AppendRange(rows.Select(counts.Of)).Build(),
        MeasurementColumn.Number numbers => new DoubleArray.Builder().AppendRange(rows.Select(numbers.Of)).Build(),
        MeasurementColumn.Flag flags => new BooleanArray.Builder().AppendRange(rows.Select(flags.Of)).Build(),
        MeasurementColumn.Text texts => Text(rows, texts.Of),
        _ => throw new NotSupportedException(column.Name),
    };

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

    private static TimestampArray Times(IReadOnlyList<MeasurementRow> rows, Func<MeasurementRow, long> time)
    {
        var times = new TimestampArray.Builder(Time);
        foreach (var row in rows)
            times.Append(time(row));
        return times.Build();
    }
}
