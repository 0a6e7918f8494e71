using LabTest.Hdf5.Objects;

namespace LabTest.Hdf5;

/// <summary>A datatype that has a name of its own in a group.</summary>
public sealed class Hdf5CommittedType : Hdf5Object
{
    private readonly TypeNode _node;

    internal Hdf5CommittedType(TypeNode node, string path)
        : base(node, path) => _node = node;

    /// <summary>The type.</summary>
    public Hdf5Type Type => _node.Type;
}
