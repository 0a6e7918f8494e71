using System.Numerics;
using LabTest.Hdf5.Tests.Support;

namespace LabTest.Hdf5.Tests;

/// <summary>Files that h5py has written, in its default (oldest) format and in its newest.</summary>
public sealed class ReadTests : Hdf5Test
{
    private const string Write = """
        with h5py.File(path, 'w', libver=libver, userblock_size=userblock) as f:
            for t in ('i1', 'u1', '<i2', '>i2', '<u2', '>u4', '<i8', '>u8', '<f2', '>f2', '<f4', '>f4', '<f8', '>f8'):
                f.create_dataset('numbers/' + t, data=np.array([1, 2, 100], t))
            f['bool'] = np.array([True, False, True])
            f.create_dataset('enum', data=np.array([1, 300, 1], 'i2'), dtype=h5py.enum_dtype({'Green': 1, 'Red': 300}, 'i2'))
            f['complex'] = np.array([1 + 2j, -1j])
            f['texts'] = ['a', 'µV', '']
            f['ascii'] = np.array([b'abc', b'de'], 'S4')
            f['scalar'] = 42
            f['text'] = 'one'
            f['null'] = h5py.Empty('f4')
            f['empty'] = np.zeros((0, 3))
            f['opaque'] = np.array([b'abc', b'def'], 'V3')
            f['compound'] = np.array([(1, 2.5, (7, -1)), (3, 4.5, (8, -2))], [('time', '>i8'), ('Value', 'f8'), ('Inner', [('A', 'u1'), ('B', 'i2')])])
            f['arrays'] = np.arange(12, dtype='i4').reshape(2, 2, 3)
            f.create_dataset('typed arrays', (2,), '(6,)i4')[...] = np.arange(12, dtype='i4').reshape(2, 6)
            lists = f.create_dataset('lists', (3,), h5py.vlen_dtype('f8'))
            lists[0] = [1, 2]; lists[2] = [3]
            f['references'] = np.array([f['scalar'].ref, f['numbers'].ref], h5py.ref_dtype)
            f['named type'] = np.dtype([('x', 'f4')])
            f.create_dataset('of named type', (2,), f['named type'])
            f['soft'] = h5py.SoftLink('numbers/i1')
            f['dangling'] = h5py.SoftLink('/nowhere')
            f['hard'] = f['scalar']
            f.create_dataset('filled', (4,), 'f4', fillvalue=2.5)
            f.attrs['text'] = 'µV'
            f.attrs['matrix'] = np.arange(6).reshape(2, 3)
            f.attrs['null'] = h5py.Empty('i4')
            f.attrs['names'] = ['x', 'y']
            for i in range(20):
                f['numbers'].attrs[f'a{i}'] = i
        """;

    [Theory, InlineData("earliest", 0), InlineData("earliest", 1024), InlineData("v108", 0), InlineData("latest", 0), InlineData("latest", 512)]
    public async Task Reads_every_kind_of_value_that_h5py_writes(string version, int userblock)
    {
        await H5py.Run(FileName, $"libver, userblock = '{version}', {userblock}\n{Write}");
        using var file = Hdf5File.OpenRead(FileName);
        var root = file.Root;
        foreach (var link in root.Group("numbers").Links)
            root.Group("numbers").Dataset<double>(link.Name).ReadAll().Should().Equal([1, 2, 100], link.Name);
        root.Group("numbers").Links.Should().HaveCount(14);
        root.Dataset<ushort>("numbers/>u4").ReadAll().Should().Equal(1, 2, 100);
        root.Dataset<bool>("bool").ReadAll().Should().Equal(true, false, true);
        root.Dataset<Color>("enum").ReadAll().Should().Equal(Color.Green, Color.Red, Color.Green);
        root.Dataset<Complex>("complex").ReadAll().Should().Equal(new Complex(1, 2), new Complex(0, -1));
        root.Dataset<string>("texts").ReadAll().Should().Equal("a", "µV", "");
        root.Dataset<string>("ascii").ReadAll().Should().Equal("abc", "de");
        root.Dataset<int>("scalar").ReadScalar().Should().Be(42);
        root.Dataset<string>("text").ReadScalar().Should().Be("one");
        root.Dataset("null").Shape.IsNull.Should().BeTrue();
        root.Dataset<double>("empty").ReadAll().Should().BeEmpty();
        root.Dataset<byte[]>("opaque").ReadAll()[1].Should().Equal("def"u8.ToArray());
        root.Dataset<Reading>("compound").ReadAll().Should().Equal(new Reading(2.5f, 1, new(-1, 7)), new Reading(4.5f, 3, new(-2, 8)));
        root.Dataset<int>("arrays").ReadAll().Should().Equal(Enumerable.Range(0, 12));
        root.Dataset("typed arrays").Type.Should().Be(Hdf5Type.Array(Hdf5Type.Integer(4), 6));
        root.Dataset<double[]>("lists").ReadAll().Select(l => l.Length).Should().Equal(2, 0, 1);
        var references = root.Dataset<Hdf5Reference>("references").ReadAll();
        ((Hdf5Dataset)file.Dereference(references[0])).As<int>().ReadScalar().Should().Be(42);
        file.Dereference(references[1]).Should().BeOfType<Hdf5Group>();
        root["named type"].Should().BeOfType<Hdf5CommittedType>().Which.Type.Should().Be(root.Dataset("of named type").Type);
        root.Dataset<sbyte>("soft").ReadAll().Should().Equal(1, 2, 100);
        root.TryGet("dangling", out _).Should().BeFalse();
        root.Dataset<int>("hard").ReadScalar().Should().Be(42);
        root.Dataset<float>("filled").ReadAll().Should().AllBeEquivalentTo(2.5f);
        root.Attributes.Get<string>("text").Should().Be("µV");
        root.Attributes["matrix"].Shape.Dimensions.Should().Equal(2, 3);
        root.Attributes.GetArray<long>("matrix").Should().Equal(0, 1, 2, 3, 4, 5);
        root.Attributes["null"].Shape.IsNull.Should().BeTrue();
        root.Attributes.GetArray<string>("names").Should().Equal("x", "y");
        root.Group("numbers").Attributes.Select(a => a.Read<int>()).Order().Should().Equal(Enumerable.Range(0, 20));
    }

    private enum Color : short
    {
        Green = 1,
        Red = 300,
    }

    private readonly record struct Inner(short B, byte A);

    private readonly record struct Reading(float Value, [field: Hdf5Member("time")] int Time, Inner Inner);

    [Theory, InlineData("earliest"), InlineData("latest")]
    public async Task Reads_boxes_and_strides_of_datasets_in_every_layout(string version)
    {
        await H5py.Run(FileName, $"""
            a = np.arange(40 * 50 * 6, dtype='i4').reshape(40, 50, 6)
            with h5py.File(path, 'w', libver='{version}') as f:
                f.create_dataset('contiguous', data=a)
                f.create_dataset('chunked', data=a, chunks=(7, 9, 4))
                f.create_dataset('filtered', data=a, chunks=(7, 9, 4), compression='gzip', shuffle=True, fletcher32=True)
                f.create_dataset('growing', data=a, chunks=(7, 9, 4), maxshape=(None, 50, 6))
                f.create_dataset('growing twice', data=a, chunks=(7, 9, 4), maxshape=(None, None, 6))
                p = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
                p.set_layout(h5py.h5d.COMPACT)
                d = h5py.h5d.create(f.id, b'compact', h5py.h5t.STD_I32LE, h5py.h5s.create_simple((40, 50, 6)[:2]), p)
                h5py.Dataset(d)[...] = a[:, :, 0]
            """);
        using var file = Hdf5File.OpenRead(FileName);
        var random = new Random(1);
        foreach (var name in new[] { "contiguous", "chunked", "filtered", "growing", "growing twice" })
        {
            var dataset = file.Root.Dataset<int>(name);
            dataset.ReadAll().Should().Equal(Enumerable.Range(0, 12_000), name);
            for (var round = 0; round < 20; round++)
            {
                long[] start = [random.Next(40), random.Next(50), random.Next(6)];
                long[] stride = [random.Next(1, 5), random.Next(1, 9), random.Next(1, 3)];
                long[] count = [.. start.Select((s, i) => (dataset.Shape.Dimensions[i] - s - 1) / stride[i] + 1)];
                var expected = (
                    from x in Enumerable.Range(0, (int)count[0])
                    from y in Enumerable.Range(0, (int)count[1])
                    from z in Enumerable.Range(0, (int)count[2])
                    select (int)(((start[0] + x * stride[0]) * 50 + start[1] + y * stride[1]) * 6 + start[2] + z * stride[2])).ToArray();
                var strided = new int[expected.Length];
                dataset.Read(strided, Hdf5Hyperslab.Strided(start, stride, count));
                strided.Should().Equal(expected, $"{name} from {string.Join(", ", start)} by {string.Join(", ", stride)}");
            }

            var box = new int[2 * 3 * 6];
            dataset.Read(box, [6, 8, 0], [2, 3, 6]);
            box[..6].Should().Equal(Enumerable.Range((6 * 50 + 8) * 6, 6), name);
        }

        file.Root.Dataset("compact").Layout.Should().Be(Hdf5Layout.Compact);
        file.Root.Dataset<int>("compact").ReadAll().Should().Equal(Enumerable.Range(0, 2000).Select(i => i * 6));
    }

    [Theory, InlineData("earliest"), InlineData("latest")]
    public async Task Reads_large_groups_and_many_chunks(string version)
    {
        const int Many = 4000;
        await H5py.Run(FileName, $"""
            with h5py.File(path, 'w', libver='{version}') as f:
                for i in range({Many}):
                    f.create_group(f'many/group with the number {'{'}i{'}'}')
                f.create_dataset('chunks', data=np.arange({Many}), chunks=(1,))
                f.create_dataset('growing', data=np.arange({Many}), chunks=(1,), maxshape=(None,))
            """);
        using var file = Hdf5File.OpenRead(FileName);
        file.Root.Group("many").Links.Select(l => l.Name).Order(StringComparer.Ordinal)
            .Should().Equal(Enumerable.Range(0, Many).Select(i => $"group with the number {i}").Order(StringComparer.Ordinal));
        file.Root.TryGet($"many/group with the number {Many - 1}", out _).Should().BeTrue();
        file.Root.TryGet($"many/group with the number {Many}", out _).Should().BeFalse();
        file.Root.Dataset<int>("chunks").ReadAll().Should().Equal(Enumerable.Range(0, Many));
        file.Root.Dataset<int>("growing").ReadAll().Should().Equal(Enumerable.Range(0, Many));
    }

    [Fact]
    public async Task Appends_to_datasets_that_h5py_has_made()
    {
        await H5py.Run(FileName, """
            with h5py.File(path, 'w', libver='latest') as f:
                f.create_dataset('plain', data=np.arange(5), maxshape=(None,), chunks=(3,))
                f.create_dataset('filtered', data=np.arange(8).reshape(4, 2), maxshape=(None, 2), chunks=(3, 2), compression='gzip', shuffle=True, fletcher32=True)
                f.create_dataset('empty', (0,), 'f8', maxshape=(None,), chunks=(100,))
            """);
        using (var file = Hdf5File.OpenAppend(FileName))
        {
            for (var i = 0; i < 1000; i++)
            {
                file.Root.Dataset<long>("plain").Append(5 + i);
                file.Root.Dataset<long>("filtered").Append(8 + 2 * i, 9 + 2 * i);
                file.Root.Dataset<double>("empty").Append(i);
                if (i % 100 == 0)
                    file.Checkpoint();
            }
        }

        var seen = await H5py.Read(FileName, """
            result = [bool((f['plain'][:] == np.arange(1005)).all()), bool((f['filtered'][:].ravel() == np.arange(2008)).all()), bool((f['empty'][:] == np.arange(1000)).all())]
            """);
        seen.To<bool[]>().Should().Equal(true, true, true);
        await H5py.Run(this["old.h5"], "with h5py.File(path, 'w') as f:\n    f['x'] = 1");
        FluentActions.Invoking(() => Hdf5File.OpenAppend(this["old.h5"])).Should().Throw<Hdf5Exception>().WithMessage("*h5repack*");
    }
}
