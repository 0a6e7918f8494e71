namespace LabTest.Hdf5;

/// <summary>A reference to an object of the same file, or to a part of one.</summary>
public sealed class Hdf5ReferenceType : Hdf5Type
{
    internal Hdf5ReferenceType(Hdf5ReferenceKind kind, int size = 8)
    {
        Kind = kind;
        Size = size;
    }

    /// <summary>What is pointed to.</summary>
    public Hdf5ReferenceKind Kind { get; }

    /// <inheritdoc/>
    public override int Size { get; }

    internal override bool HasHeapData => Kind == Hdf5ReferenceKind.Region;

    /// <inheritdoc/>
    public override string ToString() => Kind == Hdf5ReferenceKind.Object ? "object reference" : "region reference";
}
