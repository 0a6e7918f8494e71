using LabTest.Hdf5.Objects;

namespace LabTest.Hdf5.Tests.Fuzz;

/// <summary>Looks at everything in a file: all groups, links, attributes, types, and some elements of every dataset.</summary>
internal sealed class Toucher
{
    private const int MostObjects = 200;
    private const int MostElements = 500;

    private readonly HashSet<long> _seen = [];

    /// <summary>Complaints about the file that were expected of a damaged one.</summary>
    public int Complaints { get; private set; }

    public void Touch(Hdf5Group group)
    {
        if (!_seen.Add(group.Node.Address) || _seen.Count > MostObjects)
            return;
        Try(() => Touch(group.Attributes));
        IReadOnlyList<Hdf5Link> links = [];
        Try(() => links = group.Links);
        foreach (var link in links.Take(MostObjects))
        {
            Try(() =>
            {
                if (link.Kind is not Hdf5LinkKind.External && group.TryGet(link.Name, out var found))
                    Touch(found);
            });
        }
    }

    private void Touch(Hdf5Object found)
    {
        switch (found)
        {
            case Hdf5Group group:
                Touch(group);
                break;
            case Hdf5Dataset dataset when _seen.Add(dataset.Node.Address):
                Try(() => Touch(dataset.Attributes));
                Try(() => Touch(dataset));
                break;
            default:
                Try(() => Touch(found.Attributes));
                break;
        }
    }

    private void Touch(Hdf5Attributes attributes)
    {
        foreach (var attribute in attributes.Take(MostObjects))
        {
            if (attribute.Shape.Count > MostElements)
                continue;
            Try(() => attribute.ReadArray<double>());
            Try(() => attribute.ReadArray<string>());
            Try(() => attribute.ReadArray<long[]>());
        }
    }

    private void Touch(Hdf5Dataset dataset)
    {
        var shape = dataset.Shape;
        _ = $"{dataset.Type} {shape} {dataset.Layout} {string.Join(", ", dataset.Filters)}";
        if (shape.IsNull || shape.Count == 0)
            return;

        // A corner at the beginning, and one at the end.
        long[] count = [.. shape.Dimensions.Select(d => Math.Min(d, shape.Rank == 1 ? MostElements : 7))];
        if (Hdf5Shape.Product(count) > MostElements)
            return;

        // Of elements that are said to be large, one.
        if (dataset.Type.Size > 100_000)
        {
            Try(() => Touch<string>(dataset, new long[count.Length], [.. count.Select(_ => 1L)]));
            return;
        }

        long[] end = [.. shape.Dimensions.Select((d, i) => d - count[i])];
        foreach (var start in new[] { new long[count.Length], end })
        {
            Try(() => Touch<double>(dataset, start, count));
            Try(() => Touch<string>(dataset, start, count));
            Try(() => Touch<int[]>(dataset, start, count));
            Try(() => ((DatasetNode)dataset.Node).Read(start, count, new byte[Hdf5Shape.Product(count) * dataset.Type.Size]));
        }
    }

    private static void Touch<T>(Hdf5Dataset dataset, long[] start, long[] count) => dataset.As<T>().Read(new T[Hdf5Shape.Product(count)], start, count);

    private void Try(Action touch)
    {
        try
        {
            touch();
        }
        catch (Hdf5FormatException)
        {
            Complaints++;
        }
        catch (Exception e) when (e is InvalidCastException or NotSupportedException or Hdf5Exception)
        {
            // the C# type does not fit; or the file asks for what this library does not have
        }
    }
}
