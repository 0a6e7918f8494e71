using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Foreign;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Ipc;

public sealed class DictionaryTests(ApacheArrow javaScript, Polars polars) : IClassFixture<ApacheArrow>, IClassFixture<Polars>
{
    private static readonly IpcOptions Deltas = new() { DictionaryUpdates = DictionaryUpdates.Delta };

    [Fact]
    public async Task Writes_deltas_to_a_stream_that_apache_arrow_joins()
    {
        var batches = Growing();
        var bytes = Tables.WriteStream(Deltas, batches);
        Tables.Columns(await javaScript.Read(bytes)).ShouldEqual(Tables.Columns(batches));
        Tables.Columns(Tables.Read(bytes)).ShouldEqual(Tables.Columns(batches));
        bytes.Length.Should().BeLessThan(Tables.WriteStream(batches).Length);
    }

    [Fact]
    public async Task Writes_deltas_to_a_file_that_apache_arrow_joins()
    {
        var bytes = Tables.WriteFile(Growing());
        Tables.Columns(await javaScript.Read(bytes)).ShouldEqual(Tables.Columns(Growing()));
        Tables.Columns(Tables.Read(bytes)).ShouldEqual(Tables.Columns(Growing()));
    }

    [Fact]
    public async Task Replaces_dictionaries_in_a_stream()
    {
        RecordBatch[] batches = [Batch(["a", "b"], 0, 1), Batch(["c"], 0, null), Batch(["c", "d", "e"], 2, 0)];
        var bytes = Tables.WriteStream(batches);
        Tables.Columns(await javaScript.Read(bytes)).ShouldEqual(Tables.Columns(batches));
        Tables.Columns(await polars.Read(bytes)).ShouldEqual(Tables.Columns(batches));
        Tables.Columns(Tables.Read(bytes)).ShouldEqual(Tables.Columns(batches));
    }

    [Fact]
    public void Refuses_to_replace_a_dictionary_in_a_file()
    {
        using var stream = new MemoryStream();
        using var writer = new ArrowFileWriter(stream, Batch(["a"], 0).Schema);
        writer.WriteRecordBatch(Batch(["a"], 0));
        writer.Invoking(w => w.WriteRecordBatch(Batch(["b"], 0))).Should().Throw<InvalidOperationException>().WithMessage("*'d'*write a stream*");
        writer.WriteRecordBatch(Batch(["a", "b"], 1));
        writer.WriteEnd();
        Tables.Columns(Tables.Read(stream.ToArray()))[0]!.ToJsonString().Should().Be("""["a","b"]""");
    }

    public static TheoryData<IArrowType, int> Widths => new()
    {
        { Int8Type.Default, 128 }, { UInt8Type.Default, 256 }, { Int16Type.Default, 32_768 }, { UInt16Type.Default, 65_536 },
        { Int32Type.Default, 65_537 }, { UInt32Type.Default, 65_537 }, { Int64Type.Default, 65_537 }, { UInt64Type.Default, 65_537 },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Widths))]
    public async Task Writes_as_many_values_as_the_indices_can_count(IArrowType index, int count)
    {
        int[] indices = [0, count - 1, count / 2];
        var bytes = indices.SelectMany(i => BitConverter.GetBytes((long)i)[..(((NumberType)index).BitWidth / 8)]).ToArray();
        var values = Texts([.. Enumerable.Range(0, count).Select(i => $"v{i}")]);
        var type = new DictionaryType(index, StringType.Default, ordered: false);
        var batch = Tables.Batch(("d", new DictionaryArray(new ArrayData(type, 3, buffers: [ArrowBuffer.Empty, new ArrowBuffer(bytes)], dictionary: values.Data))));

        foreach (var written in new[] { Tables.WriteStream(batch), Tables.WriteFile(batch) })
        {
            foreach (var read in new[] { Tables.Columns(Tables.Read(written)), Tables.Columns(await javaScript.Read(written)), Tables.Columns(await polars.Read(written)) })
                read[0]!.ToJsonString().Should().Be($"""["v0","v{count - 1}","v{count / 2}"]""");
        }
    }

    [Fact]
    public void Counts_no_dictionary_as_written_that_could_not_be()
    {
        var lists = new ListType(Int8Type.Default);
        var torn = new ListArray(lists, 1, ArrowBuffer.Wrap<int>(new[] { 0, 2 }), new Int8Array.Builder().Append(1).Build(), ArrowBuffer.Empty);
        var batch = Tables.Batch(("d", new DictionaryArray(new DictionaryType(Int8Type.Default, lists, ordered: false), new Int8Array.Builder().Append(0).Build(), torn)));
        using var writer = new ArrowStreamWriter(new MemoryStream(), batch.Schema);
        for (var i = 0; i < 2; i++)
            writer.Invoking(w => w.WriteRecordBatch(batch)).Should().Throw<ArgumentException>().WithMessage("*'d'*");
    }

    [Fact]
    public void Writes_a_dictionary_once_while_it_stays_the_same()
    {
        var batch = Batch(["a long text that is not to be written twice"], 0, 0);
        var (one, two) = (Tables.WriteStream(batch).Length, Tables.WriteStream(batch, Batch(["a long text that is not to be written twice"], 0)).Length);
        var other = Tables.WriteStream(batch, Batch(["another long text that must be written too.."], 0)).Length;
        (other - two).Should().BeGreaterThan(100);
        (two - one).Should().BeLessThan(300);
    }

    [Fact]
    public async Task Takes_a_dictionary_inside_a_dictionary()
    {
        var inner = new DictionaryType(Int8Type.Default, StringType.Default, ordered: true);
        var lists = new ListType(new Field("item", inner, nullable: true));
        var outer = new DictionaryType(Int16Type.Default, lists, ordered: false);
        var words = new DictionaryArray(inner, new Int8Array.Builder().AppendRange([0, 1, 1]).AppendNull().Build(), Texts(["x", "y"]));
        var values = new ListArray(lists, 2, ArrowBuffer.Wrap<int>(new[] { 0, 3, 4 }), words, ArrowBuffer.Empty);
        var batch = Tables.Batch(("d", new DictionaryArray(outer, new Int16Array.Builder().AppendRange([1, 0]).AppendNull().Build(), values)));

        var expected = """[[null],["x","y","y"],null]""";
        Tables.Columns([batch])[0]!.ToJsonString().Should().Be(expected);
        Tables.Columns(Tables.Read(Tables.WriteStream(batch)))[0]!.ToJsonString().Should().Be(expected);
        var answer = await javaScript.Read(Tables.WriteStream(batch));
        Tables.Columns(answer)[0]!.ToJsonString().Should().Be(expected);
        Tables.Schema(answer).ShouldEqual(Tables.Schema(batch.Schema));
        ((DictionaryType)((ListType)((DictionaryType)Tables.Read(Tables.WriteStream(batch))[0].Schema.FieldsList[0].DataType).ValueType).ValueDataType).Ordered.Should().BeTrue();
    }

    [Fact]
    public void Reads_an_index_column_whose_dictionary_never_came_if_all_is_null()
    {
        var batch = new StringDictionaryBuilder().AppendNull().AppendNull().Build();
        Tables.Columns(Tables.Read(Tables.WriteStream(Tables.Batch(("d", batch)))))[0]!.ToJsonString().Should().Be("[null,null]");
    }

    private static RecordBatch[] Growing()
    {
        var texts = new StringDictionaryBuilder();
        return Enumerable.Range(0, 20).Select(i => Tables.Batch(("d", texts.Clear().Append("common").Append($"text {i}").AppendNull().Build()))).ToArray();
    }

    private static RecordBatch Batch(string[] dictionary, params int?[] indices)
    {
        var type = new DictionaryType(Int32Type.Default, StringType.Default, ordered: false);
        return Tables.Batch(("d", new DictionaryArray(type, new Int32Array.Builder().AppendRange(indices).Build(), Texts(dictionary))));
    }

    private static StringArray Texts(string[] texts) => new StringArray.Builder().AppendRange(texts).Build();
}
