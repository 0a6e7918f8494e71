using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Foreign;
using LabTest.Arrow.Tests.Random;
using LabTest.Testing;

namespace LabTest.Arrow.Tests.Ipc;

/// <summary>What others write, read here.</summary>
[Trait("Soak", "arrow-tables")]
public sealed class ForeignWriterTests(ApacheArrow javaScript, Polars polars) : IClassFixture<ApacheArrow>, IClassFixture<Polars>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reads_every_type_as_apache_arrow_writes_it(bool isFile)
    {
        var (bytes, answer) = await javaScript.EveryType(isFile);
        var batches = Tables.Read(bytes);
        Tables.Schema(batches[0].Schema).ShouldEqual(Tables.Schema(answer));
        Tables.Columns(batches).ShouldEqual(Tables.Columns(answer));
        Tables.Columns(batches).Should().OnlyContain(column => column!.AsArray().Count == 3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reads_metadata_as_apache_arrow_writes_it(bool isFile)
    {
        var (bytes, _) = await javaScript.Metadata(isFile);
        var schema = Tables.Read(bytes)[0].Schema;
        schema.Metadata.Should().Equal(new Dictionary<string, string> { ["run"] = "7f3a9c" });
        schema.FieldsList[0].Metadata.Should().Equal(new Dictionary<string, string> { ["unit"] = "V", ["empty"] = "" });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reads_a_table_as_polars_writes_it(bool isFile)
    {
        var (bytes, answer) = await polars.Table(isFile);
        Tables.Columns(Tables.Read(bytes)).ShouldEqual(Tables.Columns(answer));
    }

    [Theory]
    [InlineData(false, "lz4", "LZ4_FRAME")]
    [InlineData(true, "lz4", "LZ4_FRAME")]
    [InlineData(false, "zstd", "ZSTD")]
    [InlineData(true, "zstd", "ZSTD")]
    public async Task Refuses_a_compressed_body_by_name(bool isFile, string compression, string name)
    {
        var (bytes, _) = await polars.Table(isFile, compression);
        FluentActions.Invoking(() => Tables.Read(bytes)).Should().Throw<ArrowFormatException>().WithMessage($"*{name}*");
    }

    [Fact]
    public void Reads_streams_that_apache_arrow_writes() => Tables.Check(RandomTables.Everything(sharesDictionaries: false), Effort.Count(run: 150, soak: 3000), async table =>
    {
        var (batches, columns) = table.Make();
        Tables.Columns(Tables.Read(await javaScript.Rewrite(Tables.WriteStream(batches), isFile: false))).ShouldEqual(columns);
    });

    [Fact]
    public void Reads_files_that_apache_arrow_writes() => Tables.Check(RandomTables.Everything(sharesDictionaries: true), Effort.Count(run: 150, soak: 3000), async table =>
    {
        var (batches, columns) = table.Make();
        var deltas = Tables.WriteStream(new IpcOptions { DictionaryUpdates = DictionaryUpdates.Delta }, batches);
        Tables.Columns(Tables.Read(await javaScript.Rewrite(deltas, isFile: true))).ShouldEqual(columns);
    });

    [Fact]
    public void Reads_streams_that_polars_writes() => Tables.Check(RandomTables.ForPolars(sharesDictionaries: false), Effort.Count(run: 150, soak: 3000), async table =>
    {
        var (batches, columns) = table.Make();
        Tables.Columns(Tables.Read(await polars.Rewrite(Tables.WriteStream(batches), isFile: false))).ShouldEqual(columns);
    });

    [Fact]
    public void Reads_files_that_polars_writes() => Tables.Check(RandomTables.ForPolars(sharesDictionaries: true), Effort.Count(run: 150, soak: 3000), async table =>
    {
        var (batches, columns) = table.Make();
        Tables.Columns(Tables.Read(await polars.Rewrite(Tables.WriteStream(batches), isFile: true))).ShouldEqual(columns);
    });
}
