using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Doubles;

namespace LabTest.Arrow.Tests.Ipc;

public sealed class TornStreamTests
{
    private readonly RecordBatch[] _batches = RecorderStreamTests.Recording();
    private readonly byte[] _bytes;
    private readonly List<int> _ends = [];

    public TornStreamTests()
    {
        using var stream = new MemoryStream();
        using var writer = new ArrowStreamWriter(stream, _batches[0].Schema);
        writer.WriteStart();
        _ends.Add((int)stream.Length);
        foreach (var batch in _batches)
        {
            writer.WriteRecordBatch(batch);
            _ends.Add((int)stream.Length);
        }

        writer.WriteEnd();
        _bytes = stream.ToArray();
    }

    [Fact]
    public void Gives_the_whole_batches_of_a_stream_cut_anywhere_and_tells_where_it_tore()
    {
        for (var cut = 0; cut <= _bytes.Length; cut++)
        {
            using var fromMemory = new ArrowStreamReader(_bytes.AsMemory(0, cut));
            Check(fromMemory, cut);
            using var fromStream = new ArrowStreamReader(new MemoryStream(_bytes, 0, cut));
            Check(fromStream, cut);
            using var fromPipe = new ArrowStreamReader(new GrowingStream(_bytes) { Available = cut, Piece = 7 });
            Check(fromPipe, cut);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reads_a_stream_that_is_still_growing(bool canSeek)
    {
        var random = new System.Random(1);
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var stream = new GrowingStream(_bytes, canSeek) { Piece = random.Next(1, 1000) };
            using var reader = new ArrowStreamReader(stream);
            List<RecordBatch> read = [];
            while (reader.End != ArrowStreamEnd.Marker)
            {
                while (reader.ReadNextRecordBatch() is { } batch)
                    read.Add(batch);
                read.Count.Should().Be(WholeBatches(stream.Available));
                stream.Available = Math.Min(stream.Available + random.Next(1, 500), _bytes.Length);
            }

            Tables.Columns(read).ShouldEqual(Tables.Columns(_batches));
        }
    }

    [Fact]
    public async Task Reads_a_stream_that_is_still_growing_without_blocking()
    {
        var stream = new GrowingStream(_bytes);
        await using var _ = stream;
        using var reader = new ArrowStreamReader(stream);
        List<RecordBatch> read = [];
        while (reader.End != ArrowStreamEnd.Marker)
        {
            while (await reader.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken) is { } batch)
                read.Add(batch);
            stream.Available = Math.Min(stream.Available + 100, _bytes.Length);
        }

        Tables.Columns(read).ShouldEqual(Tables.Columns(_batches));
        (await reader.GetSchema(TestContext.Current.CancellationToken)).FieldsList.Should().HaveCount(7);
    }

    [Fact]
    public void Says_how_far_into_its_schema_a_stream_is_cut()
    {
        using var reader = new ArrowStreamReader(_bytes.AsMemory(0, 100));
        FluentActions.Invoking(() => reader.Schema).Should().Throw<ArrowFormatException>().WithMessage("*100 bytes into its schema*");
    }

    [Fact]
    public void Takes_four_zero_bytes_for_the_end()
    {
        using var fromMemory = new ArrowStreamReader((byte[])[.. _bytes[.._ends[^1]], 0, 0, 0, 0]);
        Tables.ReadAll(fromMemory).Should().HaveCount(3);
        fromMemory.End.Should().Be(ArrowStreamEnd.Marker);
        using var fromStream = new ArrowStreamReader(new MemoryStream([.. _bytes[.._ends[^1]], 0, 0, 0, 0]));
        Tables.ReadAll(fromStream).Should().HaveCount(3);
        fromStream.End.Should().Be(ArrowStreamEnd.Marker);
    }

    private void Check(ArrowStreamReader reader, int cut)
    {
        var read = Tables.ReadAll(reader);
        Tables.Columns(read).ShouldEqual(Tables.Columns(_batches.Take(WholeBatches(cut))), $"the stream is cut at {cut}");

        reader.Position.Should().BeLessThanOrEqualTo(cut);
        if (cut == _bytes.Length)
            (reader.End, reader.Position, reader.TornBytes).Should().Be((ArrowStreamEnd.Marker, _ends[^1], 0));
        else if (reader.Position == cut)
            (reader.End, reader.TornBytes).Should().Be((ArrowStreamEnd.BetweenMessages, 0));
        else
            (reader.End, reader.TornBytes).Should().Be((ArrowStreamEnd.InsideMessage, cut - reader.Position));
        if (_ends.Contains(cut))
            reader.Position.Should().Be(cut);
    }

    private int WholeBatches(int cut) => _ends.Skip(1).Count(end => end <= cut);
}
