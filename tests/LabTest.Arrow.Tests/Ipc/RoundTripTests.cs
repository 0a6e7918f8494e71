using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Foreign;
using LabTest.Arrow.Tests.Random;
using LabTest.Testing;

namespace LabTest.Arrow.Tests.Ipc;

/// <summary>Random tables, written here and read by others: every value must arrive.</summary>
[Trait("Soak", "arrow-tables")]
public sealed class RoundTripTests(ApacheArrow javaScript, Polars polars) : IClassFixture<ApacheArrow>, IClassFixture<Polars>
{
    [Fact]
    public void Reads_back_the_streams_it_writes() => Tables.Check(RandomTables.Everything(sharesDictionaries: false), Effort.Count(run: 300, soak: 20_000), table =>
    {
        var (batches, columns) = table.Make();
        Tables.Columns(Tables.Read(Tables.WriteStream(batches))).ShouldEqual(columns);
        return Task.CompletedTask;
    });

    [Fact]
    public void Reads_back_the_files_it_writes() => Tables.Check(RandomTables.Everything(sharesDictionaries: true), Effort.Count(run: 300, soak: 20_000), table =>
    {
        var (batches, columns) = table.Make();
        Tables.Columns(Tables.Read(Tables.WriteFile(batches))).ShouldEqual(columns);
        return Task.CompletedTask;
    });

    [Fact]
    public void Writes_streams_that_apache_arrow_reads() => Tables.Check(RandomTables.Everything(sharesDictionaries: false), Effort.Count(run: 150, soak: 3000), async table =>
    {
        var (batches, columns) = table.Make();
        var answer = await javaScript.Read(Tables.WriteStream(batches));
        Tables.Schema(answer).ShouldEqual(Tables.Schema(batches[0].Schema));
        Tables.Columns(answer).ShouldEqual(columns);
    });

    [Fact]
    public void Writes_streams_with_growing_dictionaries_that_apache_arrow_reads() => Tables.Check(RandomTables.Everything(sharesDictionaries: true), Effort.Count(run: 150, soak: 3000), async table =>
    {
        var (batches, columns) = table.Make();
        var bytes = Tables.WriteStream(new IpcOptions { DictionaryUpdates = DictionaryUpdates.Delta }, batches);
        Tables.Columns(Tables.Read(bytes)).ShouldEqual(columns);
        Tables.Columns(await javaScript.Read(bytes)).ShouldEqual(columns);
    });

    [Fact]
    public void Writes_files_that_apache_arrow_reads() => Tables.Check(RandomTables.Everything(sharesDictionaries: true), Effort.Count(run: 150, soak: 3000), async table =>
    {
        var (batches, columns) = table.Make();
        var answer = await javaScript.Read(Tables.WriteFile(batches));
        Tables.Schema(answer).ShouldEqual(Tables.Schema(batches[0].Schema));
        Tables.Columns(answer).ShouldEqual(columns);
    });

    [Fact]
    public void Writes_slices_of_slices_that_apache_arrow_reads() => Tables.Check(RandomTables.Everything(sharesDictionaries: true), Effort.Count(run: 100, soak: 3000), async table =>
    {
        var (batches, columns) = table.MakeSlices();
        Tables.Columns(batches).ShouldEqual(columns);
        Tables.Columns(await javaScript.Read(Tables.WriteFile(batches))).ShouldEqual(columns);
        Tables.Columns(await javaScript.Read(Tables.WriteStream(batches))).ShouldEqual(columns);
    });

    [Fact]
    public void Writes_slices_of_slices_that_polars_reads() => Tables.Check(RandomTables.ForPolars(sharesDictionaries: true), Effort.Count(run: 100, soak: 3000), async table =>
    {
        var (batches, columns) = table.MakeSlices();
        Tables.Columns(await polars.Read(Tables.WriteFile(batches))).ShouldEqual(columns);
        Tables.Columns(await polars.Read(Tables.WriteStream(batches))).ShouldEqual(columns);
    });

    [Fact]
    public void Writes_streams_that_polars_reads() => Tables.Check(RandomTables.ForPolars(sharesDictionaries: false), Effort.Count(run: 150, soak: 3000), async table =>
    {
        var (batches, columns) = table.Make();
        Tables.Columns(await polars.Read(Tables.WriteStream(batches))).ShouldEqual(columns);
    });

    [Fact]
    public void Writes_files_that_polars_reads() => Tables.Check(RandomTables.ForPolars(sharesDictionaries: true), Effort.Count(run: 150, soak: 3000), async table =>
    {
        var (batches, columns) = table.Make();
        Tables.Columns(await polars.Read(Tables.WriteFile(batches))).ShouldEqual(columns);
    });
}
