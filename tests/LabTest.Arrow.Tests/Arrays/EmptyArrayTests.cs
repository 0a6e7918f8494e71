using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Foreign;
using LabTest.Arrow.Tests.Random;
using LabTest.Arrow.Types;
using LabTest.Testing;

namespace LabTest.Arrow.Tests.Arrays;

/// <summary>An array of no values needs no bytes, not even an offset.</summary>
[Trait("Soak", "arrow")]
public sealed class EmptyArrayTests(ApacheArrow javaScript) : IClassFixture<ApacheArrow>
{
    [Fact]
    public void Joins_arrays_without_bytes_to_others() => Tables.Check(RandomTables.Everything(sharesDictionaries: true), Effort.Count(run: 150, soak: 3000), table =>
    {
        var (batches, columns) = table.Make();
        var nothing = Nothing(table);
        for (var i = 0; i < nothing.ColumnCount; i++)
            CanonicalValues.Of(ArrowArrayConcatenator.Concatenate([nothing.Column(i), .. batches.Select(b => b.Column(i)), nothing.Column(i)])!).ShouldEqual(columns[i]);
        return Task.CompletedTask;
    });

    [Fact]
    public void Writes_batches_without_bytes_between_others() => Tables.Check(RandomTables.Everything(sharesDictionaries: true), Effort.Count(run: 75, soak: 3000), async table =>
    {
        var (batches, columns) = table.Make();
        RecordBatch[] all = [Nothing(table), .. batches, Nothing(table)];
        foreach (var bytes in new[] { Tables.WriteStream(all), Tables.WriteFile(all) })
        {
            Tables.Columns(Tables.Read(bytes)).ShouldEqual(columns);
            Tables.Columns(await javaScript.Read(bytes)).ShouldEqual(columns);
        }
    });

    [Fact]
    public void Gives_one_offset_where_there_is_no_value()
    {
        new StringArray(0, ArrowBuffer.Empty, ArrowBuffer.Empty, ArrowBuffer.Empty).ValueOffsets.ToArray().Should().Equal(0);
        new LargeListArray(new LargeListType(Int8Type.Default), 0, ArrowBuffer.Empty, new Int8Array.Builder().Build(), ArrowBuffer.Empty).ValueOffsets.ToArray().Should().Equal(0L);
    }

    private static RecordBatch Nothing(RandomTable table) =>
        new(new Schema(table.Fields, metadata: null), table.Fields.Select(f => ArrowArrayFactory.BuildArray(Nothing(f.DataType))), 0);

    private static ArrayData Nothing(IArrowType type) => new(
        type,
        0,
        buffers: [ArrowBuffer.Empty, ArrowBuffer.Empty, ArrowBuffer.Empty],
        children: type is NestedType nested ? nested.Fields.Select(f => Nothing(f.DataType)) : null,
        dictionary: type is DictionaryType dictionary ? Nothing(dictionary.ValueType) : null);
}
