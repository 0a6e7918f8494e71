using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Testing;

namespace LabTest.Arrow.Tests.Ipc;

public sealed class MappedFileTests : IDisposable
{
    private const int Rows = 100_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_a_mapped_file_without_copying_it(bool isFile)
    {
        var path = Write(isFile, batches: 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = isFile ? ArrowFileReader.FromFile(path) : ArrowStreamReader.FromFile(path);
        var sum = 0.0;
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            foreach (var value in ((DoubleArray)batch.Column("value")).Values)
                sum += value;
        }

        sum.Should().Be(20 * (Rows * (Rows - 1.0) / 2));
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(new FileInfo(path).Length / 100);
    }

    [Fact]
    public void Reads_batches_of_a_mapped_file_in_any_order()
    {
        using var reader = ArrowFileReader.FromFile(Write(isFile: true, batches: 3));
        reader.RecordBatchCount().Should().Be(3);
        ((Int32Array)reader.ReadRecordBatch(2).Column("batch")).GetValue(5).Should().Be(2);
        ((Int32Array)reader.ReadRecordBatch(0).Column("batch")).GetValue(5).Should().Be(0);
        Tables.ReadAll(reader).Should().HaveCount(3);
        reader.Invoking(r => r.ReadRecordBatch(3)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Reads_batches_of_a_stream_in_any_order()
    {
        await using var stream = File.OpenRead(Write(isFile: true, batches: 3));
        using var reader = new ArrowFileReader(stream);
        (await reader.RecordBatchCountAsync(TestContext.Current.CancellationToken)).Should().Be(3);
        ((Int32Array)(await reader.ReadRecordBatchAsync(2, TestContext.Current.CancellationToken)).Column("batch")).GetValue(5).Should().Be(2);
        ((Int32Array)(await reader.ReadRecordBatchAsync(0, TestContext.Current.CancellationToken)).Column("batch")).GetValue(5).Should().Be(0);
    }

    [Fact]
    public void Says_so_when_a_batch_is_used_after_its_file_was_closed()
    {
        var reader = ArrowStreamReader.FromFile(Write(isFile: false, batches: 1));
        var batch = reader.ReadNextRecordBatch()!;
        reader.Dispose();
        batch.Invoking(b => ((DoubleArray)b.Column("value")).GetValue(0)).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void Reads_an_empty_file_as_a_stream_that_has_not_begun()
    {
        File.WriteAllBytes(_folder["empty"], []);
        using var reader = ArrowStreamReader.FromFile(_folder["empty"]);
        reader.ReadNextRecordBatch().Should().BeNull();
        reader.End.Should().Be(ArrowStreamEnd.BetweenMessages);
    }

    [Fact]
    public async Task Reads_the_same_from_a_file_stream()
    {
        var path = Write(isFile: true, batches: 3);
        await using var stream = File.OpenRead(path);
        using var reader = new ArrowFileReader(stream, leaveOpen: true);
        (await reader.GetSchema(TestContext.Current.CancellationToken)).FieldsList.Should().HaveCount(2);
        var count = 0;
        while (await reader.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken) is { } batch)
            ((Int32Array)batch.Column("batch")).GetValue(0).Should().Be(count++);
        count.Should().Be(3);
        reader.End.Should().Be(ArrowStreamEnd.Marker);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void Says_that_a_file_was_cut(int missing)
    {
        var bytes = File.ReadAllBytes(Write(isFile: true, batches: 3));
        FluentActions.Invoking(() => Tables.Read(bytes.AsMemory(0, bytes.Length - missing))).Should().Throw<ArrowFormatException>().WithMessage("*cut*");
    }

    [Fact]
    public void Says_that_a_stream_is_not_a_file()
    {
        using var reader = new ArrowFileReader(File.ReadAllBytes(Write(isFile: false, batches: 1)));
        reader.Invoking(r => r.Schema).Should().Throw<ArrowFormatException>().WithMessage("*may be an Arrow stream*");
    }

    private string Write(bool isFile, int batches)
    {
        var path = _folder[isFile ? "data.arrow" : "data.arrows"];
        var made = Enumerable.Range(0, batches).Select(i => new RecordBatch.Builder()
            .Append("batch", nullable: false, column => column.Int32(values => values.AppendRange(Enumerable.Repeat(i, Rows))))
            .Append("value", nullable: false, column => column.Double(values => values.AppendRange(Enumerable.Range(0, Rows).Select(v => (double)v))))
            .Build()).ToArray();
        File.WriteAllBytes(path, isFile ? Tables.WriteFile(made) : Tables.WriteStream(made));
        return path;
    }
}
