using LabTest.Hdf5.Tests.Support;

namespace LabTest.Hdf5.Tests;

/// <summary>The most that fields of the format can say, and what is more.</summary>
public sealed class LimitTests : Hdf5Test
{
    private const long U = Hdf5Shape.Unlimited;

    [Fact]
    public async Task Links_to_paths_as_long_as_a_link_can_hold_and_refuses_longer_ones()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.LinkSoft("soft", new string('p', 65_535));
            file.Root.LinkExternal("external", "µ.h5", new string('p', 65_535 - 3 - 5));
            file.Root.CreateGroup(new string('n', 70_000));
            file.Root.Invoking(r => r.LinkSoft("longer", new string('p', 65_536))).Should().Throw<ArgumentException>().WithMessage("*65535*65536*");
            file.Root.Invoking(r => r.LinkExternal("longer", "µ.h5", new string('p', 65_535 - 3 - 4))).Should().Throw<ArgumentException>();
            file.Root.Invoking(r => r.LinkExternal("longer", new string('f', 65_535), "p")).Should().Throw<ArgumentException>();
        }

        var seen = await H5py.Read(FileName, "result = [len(f.get('soft', getlink=True).path), f.get('external', getlink=True).filename, len(f.get('external', getlink=True).path), max(len(n) for n in f), len(f)]");
        seen[0].GetInt32().Should().Be(65_535);
        seen[1].GetString().Should().Be("µ.h5");
        seen[2].GetInt32().Should().Be(65_527);
        seen[3].GetInt32().Should().Be(70_000);
        seen[4].GetInt32().Should().Be(3);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Links.Single(l => l.Name == "soft").TargetPath.Should().HaveLength(65_535);
    }

    [Theory, InlineData(0, "*NUL*"), InlineData(0xd800, "*surrogate*")]
    public void Refuses_names_that_a_file_cannot_hold(int letter, string reason)
    {
        var name = $"a{(char)letter}b";
        using var file = Hdf5File.Create(FileName);
        var slab = Hdf5Hyperslab.All(1);
        Action[] attempts =
        [
            () => file.Root.CreateGroup(name), () => file.Root.CreateGroup($"x/{name}/y"), () => file.Root.CreateScalar(name, 1), () => file.Root.LinkSoft(name, "x"),
            () => file.Root.LinkSoft("s", name), () => file.Root.LinkExternal("e", name, "x"), () => file.Root.LinkExternal("e", "x", name), () => file.Root.Attributes.Set(name, 1),
            () => file.Root.CreateVirtualDataset<int>("v", Hdf5Shape.Fixed(1), [new(name, "x", slab, slab)]),
            () => file.Root.CreateVirtualDataset<int>("v", Hdf5Shape.Fixed(1), [new(".", name, slab, slab)]),
        ];
        attempts.Should().AllSatisfy(a => a.Should().Throw<ArgumentException>().WithMessage(reason));
        file.Root.Invoking(r => r.LinkSoft("s", "")).Should().Throw<ArgumentException>();
        file.Root.Attributes.Invoking(a => a.Set("", 1)).Should().Throw<ArgumentException>();
        file.Root.Links.Should().BeEmpty();
    }

    [Fact]
    public async Task Describes_types_as_large_as_a_message_and_refuses_larger_ones()
    {
        // An enumeration takes 20 bytes, and 18 for each of these members.
        const int Most = (65_535 - 20) / 18;
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.Attributes.Set("large", [1, Most - 1], Hdf5Shape.Fixed(2), Enumeration(Most));
            file.Root.CreateDataset("large", [1, Most - 1], null, new() { Type = Enumeration(Most) });
            file.Root.Attributes.Invoking(a => a.Set("larger", [1, 2], Hdf5Shape.Fixed(2), Enumeration(Most + 1))).Should().Throw<ArgumentException>().WithMessage("*larger*65535*");
            file.Root.Invoking(r => r.CreateDataset("larger", [1, 2], null, new() { Type = Enumeration(Most + 1) })).Should().Throw<ArgumentException>().WithMessage("*65535*");
        }

        var seen = await H5py.Read(FileName, "result = [f.attrs['large'], f['large'][:], len(h5py.check_enum_dtype(f['large'].dtype)), list(f), list(f.attrs)]");
        seen[0].Longs().Should().Equal(1, Most - 1);
        seen[1].Longs().Should().Equal(1, Most - 1);
        seen[2].GetInt32().Should().Be(Most);
        seen[3].Texts().Should().Equal("large");
        seen[4].Texts().Should().Equal("large");

        static Hdf5EnumType Enumeration(int count) => new(Hdf5Type.Integer(4), [.. Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"member {i:d6}", (long)i))]);
    }

    [Fact]
    public async Task Refuses_extents_beyond_what_can_be_counted_and_stays_as_it_was()
    {
        const long Large = 1L << 34;
        using (var file = Hdf5File.Create(FileName))
        {
            var dataset = file.Root.CreateDataset<int>("x", Hdf5Shape.Extensible([1, 1], [U, U]), new() { Chunk = [1, 1], Fill = -1 });
            dataset.Write([7], [0, 0], [1, 1]);
            dataset.Invoking(d => d.Resize(Large, Large)).Should().Throw<ArgumentOutOfRangeException>();
            dataset.Shape.Dimensions.Should().Equal(1, 1);
            file.Root.Invoking(r => r.CreateDataset<int>("y", Hdf5Shape.Extensible([Large, Large], [U, U]))).Should().Throw<ArgumentOutOfRangeException>();
            file.Root.Invoking(r => r.CreateDataset<int>("y", Hdf5Shape.Extensible([1, 1], [Large, Large]), new() { Chunk = [1, 1] })).Should().Throw<ArgumentException>().WithMessage("*larger chunks*");
            file.Root.Invoking(r => r.CreateDataset<int>("y", Hdf5Shape.Extensible([1, 1], [1 << 20, 1 << 20]), new() { Chunk = [1, 1] })).Should().Throw<ArgumentException>().WithMessage("*larger chunks*");
            dataset.Resize(Large, 1 << 20);
            dataset.Write([8], [Large - 1, (1 << 20) - 1], [1, 1]);
        }

        var seen = await H5py.Read(FileName, "d = f['x']\nresult = [d.shape, int(d[0, 0]), int(d[-1, -1]), int(d[2**32, 5]), list(f)]");
        seen[0].Longs().Should().Equal(Large, 1 << 20);
        seen[1].GetInt32().Should().Be(7);
        seen[2].GetInt32().Should().Be(8);
        seen[3].GetInt32().Should().Be(-1);
        seen[4].Texts().Should().Equal("x");
    }

    [Fact]
    public void A_file_that_several_threads_write_at_once_is_not_taken_for_one_that_was_cut()
    {
        using var file = Storage.FileByteStore.OpenWrite(this["busy.h5"], FileMode.Create);
        var next = 0L;
        var bytes = new byte[64];

        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => file.Write(Interlocked.Add(ref next, bytes.Length), bytes));

        file.Length.Should().Be(next + bytes.Length);
    }
}
