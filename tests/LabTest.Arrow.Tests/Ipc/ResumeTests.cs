using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Foreign;

namespace LabTest.Arrow.Tests.Ipc;

public sealed class ResumeTests(ApacheArrow javaScript, Polars polars) : IClassFixture<ApacheArrow>, IClassFixture<Polars>
{
    private readonly RecordBatch[] _batches = RecorderStreamTests.Recording();

    [Fact]
    public async Task Goes_on_behind_the_last_whole_batch_of_a_torn_stream()
    {
        var bytes = Tables.WriteStream(_batches);
        var schemaOnly = Tables.WriteStream(_batches[0].Slice(0, 0)).Length;
        for (var cut = bytes.Length; cut > schemaOnly; cut -= 37)
        {
            var whole = Tables.Read(bytes.AsMemory(0, cut)).Count;
            var resumed = Resume(bytes[..cut], options: null, _batches[whole % 3]);
            var expected = Tables.Columns([.. _batches[..whole], _batches[whole % 3]]);
            Tables.Columns(Tables.Read(resumed)).ShouldEqual(expected, $"the stream was cut at {cut}");
            Tables.Columns(await javaScript.Read(resumed)).ShouldEqual(expected, $"the stream was cut at {cut}");
            Tables.Columns(await polars.Read(resumed)).ShouldEqual(expected, $"the stream was cut at {cut}");
        }
    }

    [Fact]
    public void Knows_the_dictionaries_that_are_there()
    {
        var deltas = new IpcOptions { DictionaryUpdates = DictionaryUpdates.Delta };
        var bytes = Tables.WriteStream(deltas, _batches[0], _batches[1]);
        var resumed = Resume(bytes, deltas, _batches[2]);
        Tables.Columns(Tables.Read(resumed)).ShouldEqual(Tables.Columns(_batches));
        resumed.Should().Equal(Tables.WriteStream(deltas, _batches), "the third batch needs no dictionary that was not there");
    }

    [Fact]
    public async Task Goes_on_with_dictionaries_that_another_library_numbered()
    {
        var foreign = await javaScript.Rewrite(Tables.WriteStream(_batches[0]), isFile: false);
        var resumed = Resume(foreign, options: null, _batches[1]);
        Tables.Columns(await javaScript.Read(resumed)).ShouldEqual(Tables.Columns(_batches[..2]));
    }

    [Fact]
    public void Leaves_a_stream_alone_that_is_not_one()
    {
        using var stream = new MemoryStream();
        stream.Write("test,name,value\n1,2,3\n"u8);
        FluentActions.Invoking(() => ArrowStreamWriter.Resume(stream)).Should().Throw<ArrowFormatException>();
        stream.Length.Should().Be(22);
    }

    [Fact]
    public void Says_that_there_is_nothing_to_go_on_with_before_the_schema_is_whole()
    {
        using var stream = new MemoryStream();
        stream.Write(Tables.WriteStream(_batches).AsSpan(0, 50));
        FluentActions.Invoking(() => ArrowStreamWriter.Resume(stream)).Should().Throw<ArrowFormatException>().WithMessage("*begin it anew*");
    }

    private static byte[] Resume(byte[] bytes, IpcOptions? options, RecordBatch batch)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using var writer = ArrowStreamWriter.Resume(stream, leaveOpen: true, options);
        writer.WriteRecordBatch(batch);
        writer.WriteEnd();
        return stream.ToArray();
    }
}
