using System.Text.Json;
using LabTest.Hdf5.Tests.Support;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests;

/// <summary>Files as h5wasm reads them, which has a newer build of the reference library than Debian.</summary>
public sealed class H5wasmTests : Hdf5Test
{
    private const string Look = """
        import * as h5wasm from 'h5wasm/node';
        await h5wasm.ready;
        const f = new h5wasm.File(process.argv[1], 'r');
        const plain = v => typeof v === 'bigint' ? Number(v) : ArrayBuffer.isView(v) || Array.isArray(v) ? Array.from(v, plain) : v;
        const found = {};
        const walk = group => {
          for (const name of group.keys()) {
            const item = group.get(name);
            if (item instanceof h5wasm.Group) walk(item);
            else if (item instanceof h5wasm.Dataset) found[item.path] = { shape: item.shape, dtype: item.dtype, value: plain(item.value), unit: plain(item.attrs['unit']?.value ?? null) };
          }
        };
        walk(f);
        console.log(JSON.stringify(found));
        """;

    [Fact]
    public async Task Are_read_by_h5wasm()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            var rows = file.Root.CreateDataset<double>("a/b/rows", Hdf5Shape.Rows(2), new() { Chunk = [7, 2], Filters = Hdf5Filters.Compressed() with { Fletcher32 = true } });
            rows.Attributes.Set("unit", "µV");
            for (var i = 0; i < 500; i++)
            {
                rows.Append(i, -i);
                if (i % 99 == 0)
                    file.Checkpoint();
            }

            file.Root.CreateDataset("text", ["a", "µV", ""]);
            file.Root.CreateDataset("contiguous", [1, 2, 3]);
            file.Root.CreateDataset("compact", new short[] { 4, 5 }, null, new() { Layout = Hdf5Layout.Compact });
            file.Root.CreateDataset<ushort>("fixed", Hdf5Shape.Fixed(5), new() { Chunk = [2], Fill = 9 }).Write([1], [3], [1]);
            file.Root.CreateDataset<int>("tree", Hdf5Shape.Extensible([3, 3], [Hdf5Shape.Unlimited, Hdf5Shape.Unlimited]), new() { Chunk = [2, 2] })
                .Write([.. Enumerable.Range(0, 9)]);
            for (var i = 0; i < 100; i++)
                file.Root.CreateScalar($"many/x{i}", i);
        }

        var seen = JsonDocument.Parse(await ForeignTool.H5wasm.Run(Look, FileName)).RootElement;
        var rowsSeen = seen.GetProperty("/a/b/rows");
        rowsSeen.GetProperty("shape").Longs().Should().Equal(500, 2);
        rowsSeen.GetProperty("value").Doubles().Should().Equal(Enumerable.Range(0, 500).SelectMany(i => new double[] { i, -i }));
        rowsSeen.GetProperty("unit").GetString().Should().Be("µV");
        seen.GetProperty("/text").GetProperty("value").Texts().Should().Equal("a", "µV", "");
        seen.GetProperty("/contiguous").GetProperty("value").Longs().Should().Equal(1, 2, 3);
        seen.GetProperty("/compact").GetProperty("value").Longs().Should().Equal(4, 5);
        seen.GetProperty("/fixed").GetProperty("value").Longs().Should().Equal(9, 9, 9, 1, 9);
        seen.GetProperty("/tree").GetProperty("value").Longs().Should().Equal(Enumerable.Range(0, 9).Select(i => (long)i));
        for (var i = 0; i < 100; i++)
            seen.GetProperty($"/many/x{i}").GetProperty("value").GetInt32().Should().Be(i);
    }
}
