namespace LabTest.Hdf5.Tests.Properties;

/// <summary>A dataset of a random structure.</summary>
internal sealed record Item(
    string Path, ElementKind Kind, Hdf5Shape Shape, Hdf5Layout Layout, int[]? Chunk, Hdf5Filters Filters, bool IsAppended, int Seed)
{
    private const int MostCompact = 2000;

    public long[] Dimensions => [.. Shape.Dimensions];

    public static Item Random(int seed)
    {
        var random = new Random(seed);
        var path = string.Join('/', Enumerable.Range(0, random.Next(4)).Select(_ => $"group {random.Next(4)}").Append($"x{seed}"));
        var kind = ElementKind.All[random.Next(ElementKind.All.Count)];
        var rank = random.Next(5);
        if (rank == 0)
            return new Item(path, kind, Hdf5Shape.Scalar, Hdf5Layout.Auto, null, Hdf5Filters.None, false, seed);

        long[] dimensions = [.. Enumerable.Range(0, rank).Select(_ => (long)random.Next(rank == 1 ? 200 : 9))];
        if (random.Next(3) == 0)
        {
            // What is compact stands in a message of the header, which holds at most 64 KiB.
            var isSmall = dimensions.Aggregate(1L, static (product, d) => product * d) <= MostCompact;
            var layout = random.Next(2) == 0 && isSmall ? Hdf5Layout.Compact : Hdf5Layout.Contiguous;
            return new Item(path, kind, Hdf5Shape.Fixed(dimensions), layout, null, Hdf5Filters.None, false, seed);
        }

        long[] maxima = [.. dimensions.Select(d => random.Next(3) switch { 0 when d > 0 => d, 1 => d + random.Next(1, 9), _ => Hdf5Shape.Unlimited })];
        int[] chunk = [.. maxima.Select(m => random.Next(1, m == Hdf5Shape.Unlimited ? 12 : (int)Math.Max(2, m + 1)))];
        var filters = new Hdf5Filters { Shuffle = random.Next(2) == 0, Deflate = random.Next(3) * 3, Fletcher32 = random.Next(2) == 0 && kind.CanBeSummed };
        return new Item(path, kind, Hdf5Shape.Extensible(dimensions, maxima), Hdf5Layout.Chunked, chunk, filters,
            maxima[0] == Hdf5Shape.Unlimited && random.Next(4) > 0, seed);
    }
}
