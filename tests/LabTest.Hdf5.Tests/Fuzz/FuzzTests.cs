using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Tests.Support;
using LabTest.Testing;

namespace LabTest.Hdf5.Tests.Fuzz;

/// <summary>A damaged file gives <see cref="Hdf5FormatException"/> or values; no other exception, no hang, and no memory out of proportion.</summary>
[Trait("Soak", "hdf5")]
public sealed class FuzzTests : Hdf5Test
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    /// <summary>What h5py writes, in its oldest format and in its newest.</summary>
    private const string Everything = """
        with h5py.File(path, 'w', libver=libver) as f:
            g = f.create_group('group/inner')
            for i in range(12):
                f.create_group(f'many/g{i}').attrs['i'] = i
                f['many'].attrs[f'a{i}'] = f'text {i}'
            f.create_dataset('contiguous', data=np.arange(300.0).reshape(30, 10))
            f.create_dataset('chunked', data=np.arange(600, dtype='i4').reshape(20, 30), chunks=(6, 7), compression='gzip', shuffle=True, fletcher32=True)
            f.create_dataset('rows', data=np.arange(100, dtype='>i2'), maxshape=(None,), chunks=(3,))
            f.create_dataset('grow', data=np.arange(48, dtype='u8').reshape(6, 8), maxshape=(None, None), chunks=(2, 3))
            f.create_dataset('fixed', data=np.arange(90, dtype='f4'), chunks=(7,))
            f.create_dataset('text', data=['a', 'bcd', ''])
            f.create_dataset('fixedtext', data=np.array([b'abc', b'd'], 'S5'))
            f.create_dataset('compound', data=np.array([(1, 2.5, b'x'), (3, 4.5, b'y')], [('a', 'i4'), ('b', 'f8'), ('c', 'S3')]))
            f.create_dataset('enum', data=np.array([0, 1, 1]), dtype=h5py.enum_dtype({'RED': 0, 'BLUE': 1}))
            f.create_dataset('lists', (2,), h5py.vlen_dtype('i4'))[0] = [1, 2, 3]
            f.create_dataset('arrays', (2,), '(2,3)i2')
            f.create_dataset('references', data=[f['rows'].ref, f['group'].ref], dtype=h5py.ref_dtype)
            f['type'] = np.dtype('f8')
            f['soft'] = h5py.SoftLink('/rows')
            f['hard'] = f['rows']
            f['rows'].make_scale('time')
            f['contiguous'].dims[0].attach_scale(f['rows'])
            layout = h5py.VirtualLayout((2, 100), 'i2')
            layout[0] = h5py.VirtualSource('.', 'rows', (100,))
            f.create_virtual_dataset('virtual', layout)
        """;

    [Fact]
    public async Task Survives_damaged_files()
    {
        var mutators = await Mutators();
        mutators.Should().OnlyContain(m => m.Checksums > 0 || m == mutators[0], "the files have checksums but for the oldest format");
        var count = Effort.Count(run: 2000, soak: 50_000);
        var (complaints, done) = (0, 0);
        var run = Task.Run(
            () =>
            {
                for (var round = 0; round < count; round++)
                {
                    complaints += Use(mutators[round % mutators.Count].Damage(Effort.Random(round)), $"round {round} of {Effort.Again}");
                    Volatile.Write(ref done, round + 1);
                }
            },
            TestContext.Current.CancellationToken);
        for (var before = -1; await Task.WhenAny(run, Task.Delay(Hang, TestContext.Current.CancellationToken)) != run; before = Volatile.Read(ref done))
            Volatile.Read(ref done).Should().BeGreaterThan(before, $"round {before} of {Effort.Again} must end");
        await run;
        complaints.Should().BeGreaterThan(count / 4);
        Effort.Report(count, $"damaged files with {complaints} complaints");
    }

    [Fact]
    public void Survives_noise_behind_a_signature()
    {
        var count = Effort.Count(run: 500, soak: 20_000);
        for (var round = 0; round < count; round++)
        {
            var random = Effort.Random(round);
            var noise = new byte[random.Next(9, 2000)];
            random.NextBytes(noise);
            ((byte[])[0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a, (byte)random.Next(5)]).CopyTo(noise, 0);
            Use(noise, $"noise {round} of {Effort.Again}");
        }

        Effort.Report(count, "files of noise");
    }

    internal static int Use(byte[] bytes, string what)
    {
        var allowed = 4_000_000 + 1100L * bytes.Length;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var complaints = 0;
        try
        {
            using var store = new MemoryStore(bytes);
            using var file = Hdf5File.Open(store, OpenFile.OpenRead);
            var toucher = new Toucher();
            toucher.Touch(file.Root);
            complaints = toucher.Complaints;
        }
        catch (Hdf5FormatException)
        {
            complaints = 1;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{what}: {e.GetType().Name} instead of Hdf5FormatException", e);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(allowed, what);
        return complaints;
    }

    private async Task<List<Mutator>> Mutators()
    {
        List<Mutator> mutators = [];
        foreach (var version in new[] { "earliest", "latest" })
        {
            await H5py.Run(this[version], $"libver = '{version}'\n{Everything}");
            mutators.Add(await Load(version));
        }

        WriteOurs();
        mutators.Add(await Load("ours"));
        return mutators;
    }

    private async Task<Mutator> Load(string name) => new(await File.ReadAllBytesAsync(this[name], TestContext.Current.CancellationToken));

    /// <summary>What h5py does not write: dense groups and attributes, arrays of many blocks, trees of several levels.</summary>
    private void WriteOurs()
    {
        using var file = Hdf5File.Create(this["ours"]);
        var rows = file.Root.CreateDataset<short>("rows", Hdf5Shape.Rows(), new() { Chunk = [1] });
        var filtered = file.Root.CreateDataset<short>("filtered", Hdf5Shape.Rows(2), new() { Chunk = [1, 2], Filters = Hdf5Filters.Compressed() });
        var tree = file.Root.CreateDataset<short>("tree", Hdf5Shape.Extensible([0, 3], [Hdf5Shape.Unlimited, Hdf5Shape.Unlimited]), new() { Chunk = [1, 1] });
        var fixedArray = file.Root.CreateDataset<int>("fixed", Hdf5Shape.Fixed(2000), new() { Chunk = [1] });
        var many = file.Root.CreateGroup("many");
        for (short i = 0; i < 150; i++)
        {
            rows.Append(i);
            filtered.Append(i, i);
            tree.Append(i, i, i);
            fixedArray.Write([i], [i], [1]);
            many.LinkSoft($"link {i}", "/rows");
            many.Attributes.Set($"attribute {i}", $"value {i}");
        }

        file.Root.Attributes.Set("large", new double[9000]);
        file.Root.CreateDataset("texts", Enumerable.Range(0, 50).Select(i => $"text {i}").ToArray());
    }
}
