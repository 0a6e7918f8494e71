using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Foreign;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Ipc;

/// <summary>The stream that a run is recorded to.</summary>
public sealed class RecorderStreamTests(ApacheArrow javaScript, Polars polars) : IClassFixture<ApacheArrow>, IClassFixture<Polars>
{
    [Theory]
    [InlineData(DictionaryUpdates.Replacement)]
    [InlineData(DictionaryUpdates.Delta)]
    public async Task Writes_a_recording_that_apache_arrow_reads(DictionaryUpdates updates)
    {
        var batches = Recording();
        var answer = await javaScript.Read(Tables.WriteStream(new IpcOptions { DictionaryUpdates = updates }, batches));
        Tables.Schema(answer).ShouldEqual(Tables.Schema(batches[0].Schema));
        Tables.Columns(answer).ShouldEqual(Tables.Columns(batches));
    }

    [Fact]
    public async Task Writes_a_recording_that_polars_reads()
    {
        var batches = Recording();
        var answer = await polars.Read(Tables.WriteStream(batches));
        Tables.Columns(answer).ShouldEqual(Tables.Columns(batches));
    }

    internal static RecordBatch[] Recording()
    {
        var tests = new StringDictionaryBuilder();
        return [Batch(tests, "Holds_3V3", "Is_efficient"), Batch(tests, "Is_efficient", "Ripple"), Batch(tests, "Holds_3V3", null)];
    }

    private static RecordBatch Batch(StringDictionaryBuilder tests, string? first, string? second)
    {
        var times = new TimestampArray.Builder(TimeUnit.Nanosecond, "UTC").Append(1_790_000_000_123_456_789).AppendNull();
        var tags = new ListArray.Builder(StringType.Default);
        ((StringArray.Builder)tags.Append().ValueBuilder).Append("warm").Append("late");
        tags.AppendNull();

        return new RecordBatch.Builder()
            .Append("test", nullable: true, tests.Clear().Append(first).Append(second))
            .Append("name", nullable: false, column => column.String(values => values.Append("rail_3v3").Append("µ-Ω")))
            .Append("value", nullable: true, column => column.Double(values => values.Append(3.301).AppendNull()))
            .Append("time", nullable: true, times)
            .Append("tags", nullable: true, tags)
            .Append("index", nullable: false, column => column.Int32(values => values.Append(1).Append(-2)))
            .Append("pass", nullable: true, column => column.Boolean(values => values.Append(true).AppendNull()))
            .Build();
    }
}
