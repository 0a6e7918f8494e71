using LabTest.Arrow.FlatBuffers;
using LabTest.Arrow.Ipc;
using LabTest.Arrow.Ipc.Metadata;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Doubles;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Fuzz;

/// <summary>Input made to be small and to cost much, or to use what is not read.</summary>
public sealed class HostileInputTests
{
    [Fact]
    public void Refuses_a_big_endian_stream_by_name() => Refuses(Schema(_ => 0, endianness: 1), "*big-endian*");

    [Fact]
    public void Says_which_reader_reads_what_is_given_to_the_other()
    {
        var batch = Tables.Batch(("a", new Int32Array.Builder().Append(1).Build()));
        var (stream, file) = (Tables.WriteStream(batch), Tables.WriteFile(batch));
        new ArrowStreamReader(file).Invoking(r => r.Schema).Should().Throw<ArrowFormatException>().WithMessage("*ArrowFileReader*");
        new ArrowFileReader(stream).Invoking(r => r.Schema).Should().Throw<ArrowFormatException>().WithMessage("*may be an Arrow stream*");
    }

    [Theory]
    [InlineData((byte)14, "*Union*")]
    [InlineData((byte)22, "*RunEndEncoded*")]
    [InlineData((byte)25, "*ListView*")]
    [InlineData((byte)99, "*no type of kind 99*")]
    public void Refuses_a_type_it_does_not_know_by_name(byte kind, string message) => Refuses(SchemaOf(writer => Field(writer, kind)), message);

    [Fact]
    public void Refuses_fields_that_multiply_by_pointing_to_the_same_children() => Refuses(
        SchemaOf(writer =>
        {
            var field = Field(writer, (byte)TypeKind.Int);
            for (var depth = 0; depth < 40; depth++)
                field = Field(writer, (byte)TypeKind.Struct, [field, field]);
            return field;
        }),
        "*expands*");

    [Fact]
    public void Refuses_fields_nested_without_end() => Refuses(
        SchemaOf(writer =>
        {
            var field = Field(writer, (byte)TypeKind.Int);
            for (var depth = 0; depth < 1000; depth++)
                field = Field(writer, (byte)TypeKind.Struct, [field]);
            return field;
        }),
        "*nested deeper*");

    [Fact]
    public void Refuses_a_text_that_is_used_over_and_over() => Refuses(
        Schema(writer =>
        {
            var name = writer.Text(new string('x', 100_000));
            var fields = Enumerable.Range(0, 1000).Select(_ => Field(writer, (byte)TypeKind.Null, name: name)).ToArray();
            return writer.Vector(fields);
        }),
        "*expands*");

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xF0, 0xFF, 0xFF, 0x7F, 1, 2, 3 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x40 })]
    public void Makes_no_room_for_bytes_that_are_only_claimed(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = new ArrowStreamReader(new GrowingStream(bytes) { Available = bytes.Length });
        reader.ReadNextRecordBatch().Should().BeNull();
        reader.End.Should().Be(ArrowStreamEnd.InsideMessage);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(200_000);
    }

    [Fact]
    public void Takes_a_dictionary_that_grows_by_single_values_without_copying_it_each_time()
    {
        var texts = new StringDictionaryBuilder().AppendRange(Enumerable.Range(0, 20_000).Select(i => $"text {i}"));
        var batches = Enumerable.Range(0, 2000).Select(i => Tables.Batch(("a", texts.Clear().Append($"one more {i}").Build()))).ToArray();
        var bytes = Tables.WriteStream(new IpcOptions { DictionaryUpdates = DictionaryUpdates.Delta }, batches);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Tables.Read(bytes).Should().HaveCount(2000);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(20L * bytes.Length, "2,000 copies would be 300 times the stream");
    }

    private static void Refuses(byte[] bytes, string message)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        FluentActions.Invoking(() => Tables.Read(bytes)).Should().Throw<ArrowFormatException>().WithMessage(message);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1_000_000 + 100 * bytes.Length);
    }

    private static byte[] SchemaOf(Func<FlatBufferWriter, int> field) => Schema(writer => writer.Vector([field(writer)]));

    /// <summary>A stream of nothing but a schema.</summary>
    private static byte[] Schema(Func<FlatBufferWriter, int> makeFields, short endianness = 0)
    {
        var writer = new FlatBufferWriter();
        var fields = makeFields(writer);
        writer.StartTable(Slots.Schema.Count);
        writer.Offset(Slots.Schema.Fields, fields);
        writer.Number(Slots.Schema.Endianness, endianness);
        var schema = writer.EndTable();
        writer.StartTable(Slots.Message.Count);
        writer.Number(Slots.Message.Version, MetadataVersion.V5);
        writer.Number(Slots.Message.HeaderKind, (byte)MessageKind.Schema);
        writer.Offset(Slots.Message.Header, schema);
        var metadata = writer.Finish(writer.EndTable());
        var bytes = new byte[Framing.PrefixSize + metadata.Length];
        Framing.WritePrefix(bytes, metadata.Length);
        metadata.CopyTo(bytes.AsSpan(Framing.PrefixSize));
        return bytes;
    }

    private static int Field(FlatBufferWriter writer, byte kind, int[]? children = null, int name = 0)
    {
        var type = kind == (byte)TypeKind.Int ? TypeEncoder.Integer(writer, Int32Type.Default) : TypeEncoder.Encode(writer, NullType.Default).Table;
        var vector = children is null ? 0 : writer.Vector(children);
        writer.StartTable(Slots.Field.Count);
        writer.Number(Slots.Field.TypeKind, kind);
        writer.Offset(Slots.Field.Name, name);
        writer.Offset(Slots.Field.Type, type);
        writer.Offset(Slots.Field.Children, vector);
        return writer.EndTable();
    }
}
