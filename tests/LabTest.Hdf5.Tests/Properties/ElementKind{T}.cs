namespace LabTest.Hdf5.Tests.Properties;

/// <summary>A type of elements that are a <typeparamref name="T"/> in C#.</summary>
internal sealed class ElementKind<T>(Func<Random, long, T> make, Func<T, string> look, Hdf5Type? type = null) : ElementKind
{
    public override bool CanBeSummed => typeof(T) != typeof(string) || type is not null;

    public override IWritten Write(Hdf5File file, Item item)
    {
        var random = new Random(item.Seed);
        var elements = new T[item.Dimensions.Aggregate(1L, (a, b) => a * b)];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = make(random, random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(63));

        var options = new Hdf5DatasetOptions<T> { Type = type, Layout = item.Layout, Chunk = item.Chunk, Filters = item.Filters };
        if (item.IsAppended)
            Append(file, item, options, elements, random);
        else
            file.Root.CreateDataset(item.Path, item.Shape, options).Write(elements);
        file.Root[item.Path].Attributes.Set<T>("values", elements.AsSpan(0, Math.Min(elements.Length, 20)), Hdf5Shape.Fixed(Math.Min(elements.Length, 20)), type);
        return new Written(item, [.. elements.Select(look)], look);
    }

    private static void Append(Hdf5File file, Item item, Hdf5DatasetOptions<T> options, T[] elements, Random random)
    {
        var dataset = file.Root.CreateDataset(item.Path, Hdf5Shape.Extensible([0, .. item.Dimensions[1..]], [.. item.Shape.MaxDimensions]), options);
        var row = (int)(elements.Length / Math.Max(1, item.Dimensions[0]));
        for (var at = 0; row > 0 && at < elements.Length;)
        {
            var count = Math.Min(random.Next(1, 9) * row, elements.Length - at);
            dataset.Append(elements.AsSpan(at, count));
            at += count;
            if (random.Next(3) == 0)
                file.Checkpoint();
        }

        if (row == 0)
            dataset.Resize(item.Dimensions);
    }

    private sealed record Written(Item Item, IReadOnlyList<string> Expected, Func<T, string> Look) : IWritten
    {
        public IReadOnlyList<string> Read(Hdf5Dataset dataset) => [.. dataset.As<T>().ReadAll().Select(Look)];
    }
}
