namespace LabTest.Hdf5;

/// <summary>A list of its own length in every element, kept beside the elements in heaps.</summary>
public sealed class Hdf5SequenceType : Hdf5Type
{
    internal Hdf5SequenceType(Hdf5Type element, int size = Hdf5TextType.VariableSize)
    {
        Element = element;
        Size = size;
    }

    /// <summary>The type of the list's elements.</summary>
    public Hdf5Type Element { get; }

    /// <inheritdoc/>
    public override int Size { get; }

    internal override bool HasHeapData => true;

    /// <inheritdoc/>
    public override string ToString() => $"list of {Element}";
}
