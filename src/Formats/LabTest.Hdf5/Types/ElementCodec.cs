using LabTest.Hdf5.Heaps;

namespace LabTest.Hdf5.Types;

/// <summary>Turns C# values into the elements of a dataset or attribute, and back.</summary>
internal abstract class ElementCodec<T>(Hdf5Type fileType)
{
    /// <summary>The type of the elements in the file.</summary>
    public Hdf5Type FileType => fileType;

    /// <summary>Whether values lie in memory just as they do in the file.</summary>
    public virtual bool IsIdentity => false;

    public abstract void Encode(ReadOnlySpan<T> values, Span<byte> elements, IVariableHeap heap);

    public abstract void Decode(ReadOnlySpan<byte> elements, Span<T> values, IVariableHeap heap);
}
