using LabTest.Hdf5.Objects;

namespace LabTest.Hdf5;

/// <summary>A group, dataset or committed type of an open file.</summary>
public abstract class Hdf5Object
{
    private protected Hdf5Object(ObjectNode node, string path)
    {
        Node = node;
        Path = path;
    }

    /// <summary>The path by which the object was reached, from the root.</summary>
    public string Path { get; }

    /// <summary>The last name of <see cref="Path"/>; "/" for the root.</summary>
    public string Name => Path.Length == 1 ? Path : Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Small named values on the object.</summary>
    public Hdf5Attributes Attributes => new(Node);

    /// <summary>A reference to the object, to be stored in a dataset or attribute of the same file.</summary>
    public Hdf5Reference Reference
    {
        get
        {
            Node.File.CheckOpen();
            lock (Node.File.Structure)
                return new Hdf5Reference(Node.Place());
        }
    }

    internal ObjectNode Node { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Node.File.Source.Name}:{Path}";

    internal static Hdf5Object Of(ObjectNode node, string path) => node switch
    {
        GroupNode group => new Hdf5Group(group, path),
        DatasetNode dataset => new Hdf5Dataset(dataset, path),
        TypeNode type => new Hdf5CommittedType(type, path),
        _ => throw new InvalidOperationException($"{node.GetType()} is not an object of a file."),
    };
}
