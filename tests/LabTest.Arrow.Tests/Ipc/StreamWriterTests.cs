using System.Buffers;
using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Doubles;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Ipc;

public sealed class StreamWriterTests
{
    private readonly RecordBatch[] _batches = RecorderStreamTests.Recording();

    [Fact]
    public void Gives_each_batch_to_the_stream_in_one_write_and_flushes_it()
    {
        using var stream = new WatchedStream();
        using var writer = new ArrowStreamWriter(stream, _batches[0].Schema);
        foreach (var batch in _batches)
            writer.WriteRecordBatch(batch);
        stream.Writes.Should().HaveCount(3);
        stream.Flushes.Should().Be(3);
    }

    [Fact]
    public async Task Writes_the_same_asynchronously()
    {
        await using var stream = new WatchedStream();
        using var writer = new ArrowStreamWriter(stream, _batches[0].Schema);
        await writer.WriteStartAsync(TestContext.Current.CancellationToken);
        foreach (var batch in _batches)
            await writer.WriteRecordBatchAsync(batch, TestContext.Current.CancellationToken);
        await writer.WriteEndAsync(TestContext.Current.CancellationToken);
        stream.ToArray().Should().Equal(Tables.WriteStream(_batches));
        stream.Writes.Should().HaveCount(5);
    }

    [Fact]
    public async Task Writes_nothing_when_cancelled_beforehand()
    {
        await using var stream = new WatchedStream();
        using var writer = new ArrowStreamWriter(stream, _batches[0].Schema);
        await writer.Invoking(w => w.WriteRecordBatchAsync(_batches[0], new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
        await writer.WriteRecordBatchAsync(_batches[1], TestContext.Current.CancellationToken);
        Tables.Columns(Tables.Read(stream.ToArray())).ShouldEqual(Tables.Columns([_batches[1]]));
    }

    [Fact]
    public void Writes_the_same_into_a_buffer()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new ArrowStreamWriter(buffer, _batches[0].Schema);
        foreach (var batch in _batches)
            writer.WriteRecordBatch(batch);
        writer.WriteEnd();
        buffer.WrittenSpan.ToArray().Should().Equal(Tables.WriteStream(_batches));
    }

    [Fact]
    public void Allocates_nothing_for_a_batch_once_it_runs()
    {
        var values = Enumerable.Range(0, 1000).Select(i => i * 0.5).ToArray();
        var batch = Tables.Batch(("a", new DoubleArray(ArrowBuffer.Wrap<double>(values), ArrowBuffer.Empty, 1000, 0, 0)));
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using var writer = new ArrowStreamWriter(buffer, batch.Schema);
        Write(10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Write(1000);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1000);

        void Write(int count)
        {
            for (var i = 0; i < count; i++)
            {
                buffer.ResetWrittenCount();
                writer.WriteRecordBatch(batch);
            }
        }
    }

    [Fact]
    public void Writes_no_end_unless_asked_to()
    {
        using var stream = new MemoryStream();
        using (var writer = new ArrowStreamWriter(stream, _batches[0].Schema, leaveOpen: true))
            writer.WriteRecordBatch(_batches[0]);
        using var reader = new ArrowStreamReader(stream.ToArray());
        Tables.ReadAll(reader).Should().ContainSingle();
        reader.End.Should().Be(ArrowStreamEnd.BetweenMessages);
    }

    [Fact]
    public void Refuses_to_write_behind_the_end()
    {
        using var writer = new ArrowStreamWriter(new MemoryStream(), _batches[0].Schema);
        writer.WriteEnd();
        writer.Invoking(w => w.WriteRecordBatch(_batches[0])).Should().Throw<InvalidOperationException>().WithMessage("*ended*");
    }

    [Fact]
    public void Refuses_to_write_behind_a_write_that_failed()
    {
        using var stream = new WatchedStream { Succeeding = 1 };
        using var writer = new ArrowStreamWriter(stream, _batches[0].Schema);
        writer.WriteRecordBatch(_batches[0]);
        writer.Invoking(w => w.WriteRecordBatch(_batches[1])).Should().Throw<IOException>();
        stream.Succeeding = int.MaxValue;
        writer.Invoking(w => w.WriteRecordBatch(_batches[2])).Should().Throw<InvalidOperationException>().WithMessage("*earlier write failed*");
        Tables.Read(stream.ToArray()).Should().ContainSingle();
    }

    [Fact]
    public void Refuses_a_batch_of_other_columns_and_goes_on()
    {
        using var stream = new MemoryStream();
        using var writer = new ArrowStreamWriter(stream, _batches[0].Schema);
        var other = Tables.Batch(("a", new Int32Array.Builder().Append(1).Build()));
        writer.Invoking(w => w.WriteRecordBatch(other)).Should().Throw<ArgumentException>().WithMessage("*name: utf8*a: int32*");
        writer.WriteRecordBatch(_batches[0]);
        Tables.Read(stream.ToArray()).Should().ContainSingle();
    }

    [Fact]
    public void Refuses_a_null_in_a_column_declared_to_hold_none()
    {
        var schema = new Schema([new Field("a", Int32Type.Default, nullable: false)], metadata: null);
        using var writer = new ArrowStreamWriter(new MemoryStream(), schema);
        var batch = new RecordBatch(schema, [new Int32Array.Builder().AppendNull().Build()], 1);
        writer.Invoking(w => w.WriteRecordBatch(batch)).Should().Throw<ArgumentException>().WithMessage("*'a'*no nulls*");
    }

    public static TheoryData<string, IArrowArray> TooShort => new()
    {
        { "truth values", new BooleanArray(new ArrowBuffer(new byte[1]), ArrowBuffer.Empty, 9, 0, 0) },
        { "validity", new BinaryArray(BinaryType.Default, 9, new ArrowBuffer(new byte[40]), ArrowBuffer.Empty, new ArrowBuffer(new byte[1]), nullCount: 1) },
        { "no validity", new FixedSizeListArray(new FixedSizeListType(Int8Type.Default, 0), 9, new Int8Array.Builder().Build(), ArrowBuffer.Empty, nullCount: 1) },
        { "values", new Int32Array(new ArrayData(Int32Type.Default, 9, 0, 0, [ArrowBuffer.Empty, new ArrowBuffer(new byte[35])])) },
        { "offsets", new StringArray(9, new ArrowBuffer(new byte[39]), ArrowBuffer.Empty, ArrowBuffer.Empty) },
        { "bytes", new StringArray(1, ArrowBuffer.Wrap<int>(new[] { 0, 2 }), new ArrowBuffer(new byte[1]), ArrowBuffer.Empty) },
        { "falling offsets", new StringArray(1, ArrowBuffer.Wrap<int>(new[] { 1, 0 }), new ArrowBuffer(new byte[1]), ArrowBuffer.Empty) },
        { "offsets beyond", new LargeStringArray(1, ArrowBuffer.Wrap<long>(new[] { 0, 1L << 32 }), new ArrowBuffer(new byte[1]), ArrowBuffer.Empty) },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(TooShort))]
    public void Refuses_an_array_whose_buffers_do_not_hold_it_and_goes_on(string what, IArrowArray array)
    {
        using var stream = new MemoryStream();
        using var writer = new ArrowStreamWriter(stream, Tables.Batch(("a", array)).Schema);
        writer.Invoking(w => w.WriteRecordBatch(Tables.Batch(("a", array)))).Should().Throw<ArgumentException>(what).WithMessage("*'a'*");
        writer.WriteRecordBatch(Tables.Batch(("a", ArrowArrayFactory.Slice(array, 0, 0))));
        Tables.Read(stream.ToArray()).Should().ContainSingle().Which.Length.Should().Be(0);
    }

    [Fact]
    public void Refuses_a_batch_of_2_GiB_and_goes_on()
    {
        var bytes = new ArrowBuffer(new byte[128 * 1024 * 1024]);
        var batch = Tables.Batch([.. Enumerable.Range(0, 16).Select(i => ($"c{i}", (IArrowArray)new UInt8Array(bytes, ArrowBuffer.Empty, bytes.Length, 0, 0)))]);
        using var stream = new MemoryStream();
        using var writer = new ArrowStreamWriter(stream, batch.Schema);
        writer.Invoking(w => w.WriteRecordBatch(batch)).Should().Throw<ArgumentException>().WithMessage("*2147483648 bytes*slices*");
        writer.WriteRecordBatch(batch.Slice(1, 3));
        Tables.Read(stream.ToArray()).Should().ContainSingle().Which.Length.Should().Be(3);
    }

    [Fact]
    public void Writes_what_a_slice_holds_and_nothing_around_it()
    {
        var longer = Tables.Batch(("a", new StringArray.Builder().AppendRange(Enumerable.Repeat("text", 10_000)).Build()));
        Tables.WriteStream(longer.Slice(5000, 10)).Length.Should().BeLessThan(1000);
        Tables.Columns(Tables.Read(Tables.WriteStream(longer.Slice(5000, 10))))[0]!.AsArray().Should().HaveCount(10);
    }

    [Fact]
    public void Takes_columns_that_are_larger_than_a_piece()
    {
        var values = Enumerable.Range(0, 1_000_003).ToArray();
        var batch = Tables.Batch(("a", new Int32Array.Builder().Append(values.AsSpan()).Build()), ("b", new Int32Array.Builder().Append(values.AsSpan()).Build()));
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new ArrowStreamWriter(buffer, batch.Schema))
            writer.WriteRecordBatch(batch);
        var read = Tables.Read(buffer.WrittenMemory).Single();
        ((Int32Array)read.Column("b")).Values.SequenceEqual(values).Should().BeTrue();
    }
}
