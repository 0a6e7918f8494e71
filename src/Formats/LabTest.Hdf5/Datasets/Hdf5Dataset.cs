using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;

namespace LabTest.Hdf5;

/// <summary>A dataset: elements of one type in an array of any rank.</summary>
public class Hdf5Dataset : Hdf5Object
{
    internal Hdf5Dataset(DatasetNode node, string path)
        : base(node, path) => Dataset = node;

    /// <summary>The type of the elements in the file.</summary>
    public Hdf5Type Type => Dataset.Type;

    /// <summary>The extents now; they grow with every append.</summary>
    public Hdf5Shape Shape => Dataset.Shape;

    /// <summary>How the elements lie in the file.</summary>
    public Hdf5Layout Layout => Dataset.Layout switch
    {
        LayoutMessage.Compact => Hdf5Layout.Compact,
        LayoutMessage.Contiguous => Hdf5Layout.Contiguous,
        LayoutMessage.Chunked => Hdf5Layout.Chunked,
        _ => Hdf5Layout.Virtual,
    };

    /// <summary>The extents of a chunk, in elements; null where the dataset is not chunked.</summary>
    public IReadOnlyList<int>? Chunk => (Dataset.Layout as LayoutMessage.Chunked)?.Chunk;

    /// <summary>The names of the filters that chunks pass, in their order.</summary>
    public IReadOnlyList<string> Filters => [.. Dataset.Filters.Select(f => f.Name.Length > 0 ? f.Name : f.Id switch
    {
        1 => "deflate",
        2 => "shuffle",
        3 => "fletcher32",
        _ => $"filter {f.Id}",
    })];

    internal DatasetNode Dataset { get; }

    /// <summary>The dataset with its elements taken as a C# type.</summary>
    /// <typeparam name="T">The C# type: the stored one, or one that it converts to. Numbers convert to numbers, with values out of
    /// range clipped; compounds to structs, field by field by name; enumerations to C# enumerations.</typeparam>
    /// <exception cref="InvalidCastException">The elements cannot be taken as <typeparamref name="T"/>.</exception>
    public Hdf5Dataset<T> As<T>() => new(Dataset, Path);

    /// <summary>Lets the extents grow; new elements hold the fill value until they are written.</summary>
    /// <param name="dimensions">The new extents, slowest first, none smaller than before.</param>
    public void Resize(params ReadOnlySpan<long> dimensions) => Dataset.Resize(dimensions);
}
