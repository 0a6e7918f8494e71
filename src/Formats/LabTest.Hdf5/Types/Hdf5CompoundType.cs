namespace LabTest.Hdf5;

/// <summary>Named fields beside one another, like a struct.</summary>
public sealed class Hdf5CompoundType : Hdf5Type
{
    internal Hdf5CompoundType(int size, IReadOnlyList<Hdf5Member> members)
    {
        Size = size;
        Members = members;
    }

    /// <inheritdoc/>
    public override int Size { get; }

    /// <summary>The fields, in the order of the file.</summary>
    public IReadOnlyList<Hdf5Member> Members { get; }

    internal override bool HasHeapData => Members.Any(m => m.Type.HasHeapData);

    /// <inheritdoc/>
    public override string ToString() => $"compound of {string.Join(", ", Members.Select(m => $"{m.Name}: {m.Type}"))}";
}
