using FsCheck;
using FsCheck.Fluent;
using LabTest.Hdf5.Tests.Support;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests.Properties;

/// <summary>Files of random structure: h5py finds every value where it was put, and what h5py makes of them is read back.</summary>
[Trait("Soak", "hdf5-model")]
public sealed class StructureTests : Hdf5Test
{
    private const string Copy = """
        with h5py.File(path, 'r') as f, h5py.File(path + '.theirs', 'w', libver=libver) as g:
            def copy(name, d):
                if not isinstance(d, h5py.Dataset):
                    return
                new = g.create_dataset(name, d.shape, d.dtype,
                    **({} if d.chunks is None else dict(chunks=d.chunks, maxshape=d.maxshape, shuffle=d.shuffle, fletcher32=d.fletcher32,
                        **(dict(compression='gzip', compression_opts=d.compression_opts) if d.compression else {}))))
                if d.size:
                    new[()] = d[()]
            f.visititems(copy)
            result = True
        """;

    [Fact]
    public void Are_found_by_h5py_value_for_value_and_read_back_from_its_files()
    {
        var items = Gen.Choose(0, int.MaxValue - 1).Select(Item.Random).ListOf().Select(l => l.DistinctBy(i => i.Path).Take(12).ToArray());
        var structures = Arb.From(items, s => Enumerable.Range(0, s.Length).Select(i => s.Where((_, at) => at != i).ToArray()));
        var count = Effort.Count(40, 1000);
        Prop.ForAll(structures, async structure => await Check(structure))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithStartSize(3).WithEndSize(30).WithReplay(Effort.Replay.Seed, Effort.Replay.Gamma));
        Effort.Report(count, "structures of files");
    }

    private async Task Check(Item[] structure)
    {
        File.Delete(FileName);
        List<IWritten> written = [];
        using (var file = Hdf5File.Create(FileName))
        {
            foreach (var item in structure)
                written.Add(item.Kind.Write(file, item));
            written.ForEach(w => w.Read(file.Root.Dataset(w.Item.Path)).Should().Equal(w.Expected));
        }

        var seen = await H5py.Read(FileName, """
            result = {}
            def look(name, d):
                if isinstance(d, h5py.Dataset):
                    flat = lambda a: list(np.asarray(a).ravel())
                    text = h5py.check_string_dtype(d.dtype)
                    result[name] = [list(d.shape), flat(d.asstr()[()] if text else d[()]), flat(d.attrs['values'])]
            f.visititems(look)
            """);
        foreach (var w in written)
        {
            var found = seen.GetProperty(w.Item.Path);
            found[0].Longs().Should().Equal(w.Item.Dimensions, w.Item.ToString());
            found[1].EnumerateArray().Select(ElementKind.Look).Should().Equal(w.Expected, w.Item.ToString());
            found[2].EnumerateArray().Select(ElementKind.Look).Should().Equal(w.Expected.Take(20), $"attribute of {w.Item}");
        }

        await ForeignTool.H5dump.Run("-H", FileName);
        foreach (var version in new[] { "earliest", "latest" })
        {
            await H5py.Run(FileName, $"libver = '{version}'\n{Copy}");
            using var theirs = Hdf5File.OpenRead(FileName + ".theirs");
            foreach (var w in written)
                w.Read(theirs.Root.Dataset(w.Item.Path)).Should().Equal(w.Expected, $"{version}: {w.Item}");
        }
    }
}
