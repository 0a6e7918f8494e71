namespace LabTest.Hdf5;

/// <summary>Bytes without a meaning known to HDF5.</summary>
public sealed class Hdf5OpaqueType : Hdf5Type
{
    internal Hdf5OpaqueType(int size, string tag)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (System.Text.Encoding.UTF8.GetByteCount(tag) > 247)
            throw new ArgumentException("The tag of an opaque type is at most 247 bytes long.", nameof(tag));
        Size = size;
        Tag = tag;
    }

    /// <inheritdoc/>
    public override int Size { get; }

    /// <summary>What the bytes are.</summary>
    public string Tag { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Size} opaque bytes";
}
