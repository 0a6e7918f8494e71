using LabTest.Hdf5.Tests.Support;

namespace LabTest.Hdf5.Tests.Fuzz;

/// <summary>Sound files that are made to be small and to cost much.</summary>
public sealed class HostileTests : Hdf5Test
{
    [Fact]
    public void Does_not_follow_links_in_circles()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.LinkSoft("a", "/b");
            file.Root.LinkSoft("b", "/a");
            file.Root.LinkExternal("c", "a.h5", "/c");
            file.Root.LinkHard("g/self", file.Root);
        }

        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Invoking(r => r.TryGet("a", out _)).Should().Throw<Hdf5FormatException>();
        again.Root.Invoking(r => r.TryGet("c", out _)).Should().Throw<Hdf5FormatException>();
        again.Root.TryGet("g/self/g/self/g/self", out _).Should().BeTrue();
    }

    [Fact]
    public void Does_not_follow_virtual_datasets_in_circles()
    {
        var all = Hdf5Hyperslab.All(10);
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.CreateVirtualDataset<int>("a", Hdf5Shape.Fixed(10), [new(".", "/b", all, all)]);
            file.Root.CreateVirtualDataset<int>("b", Hdf5Shape.Fixed(10), [new(".", "/a", all, all)]);
        }

        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<int>("a").Invoking(a => a.ReadAll()).Should().Throw<Hdf5FormatException>().WithMessage("*deep*");
    }

    [Fact]
    public void Does_not_multiply_its_work_by_virtual_datasets_that_overlap()
    {
        const int Levels = 15;
        var all = Hdf5Hyperslab.All(10);
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.CreateDataset("x0", Enumerable.Range(0, 10).ToArray());
            for (var level = 1; level <= Levels; level++)
            {
                file.Root.CreateVirtualDataset<int>($"x{level}", Hdf5Shape.Fixed(10),
                    [.. Enumerable.Repeat(new Hdf5VirtualSource(".", $"/x{level - 1}", all, all), 100)]);
            }
        }

        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<int>($"x{Levels}").Invoking(a => a.ReadAll()).Should().Throw<Hdf5FormatException>().WithMessage("*overlap*");
    }

    [Fact]
    public async Task Takes_no_memory_for_chunks_that_are_not_there()
    {
        await H5py.Run(FileName, """
            with h5py.File(path, 'w', libver='latest') as f:
                f.create_dataset('x', (1 << 40, ), 'i8', chunks=(1 << 27,), fillvalue=7)
                f.create_dataset('y', (1 << 20, 1 << 20), 'i8', chunks=(1 << 13, 1 << 13), maxshape=(None, None))
            """);
        using var file = Hdf5File.OpenRead(FileName);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var some = new long[5];
        file.Root.Dataset<long>("x").ReadRows(some, 1L << 39);
        some.Should().AllBeEquivalentTo(7);
        file.Root.Dataset<long>("y").Read(some, [1000, (1 << 13) - 2], [1, 5]);
        some.Should().AllBeEquivalentTo(0);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(10_000_000);
        file.Root.Dataset<long>("x").Invoking(x => x.ReadAll()).Should().Throw<Hdf5FormatException>().WithMessage("*boxes*");
    }
}
