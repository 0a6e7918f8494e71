namespace LabTest.Hdf5;

/// <summary>How a dataset is stored.</summary>
/// <typeparam name="T">The C# type of its elements.</typeparam>
public sealed record Hdf5DatasetOptions<T>
{
    /// <summary>The type of the elements in the file; without, the one that fits <typeparamref name="T"/>.</summary>
    public Hdf5Type? Type { get; init; }

    /// <summary>How the elements lie in the file.</summary>
    public Hdf5Layout Layout { get; init; }

    /// <summary>The extents of a chunk, in elements; without, chunks of about 64 KiB.</summary>
    public IReadOnlyList<int>? Chunk { get; init; }

    /// <summary>What chunks pass before they are stored.</summary>
    public Hdf5Filters Filters { get; init; } = Hdf5Filters.None;

    /// <summary>What elements hold that were never written; without, zeros or empty text.</summary>
    public T? Fill { get; init; }

    /// <summary>Allocates all chunks with the dataset, which needs fixed extents and no filters: then no index is needed to find them.</summary>
    public bool AllocateEarly { get; init; }
}
