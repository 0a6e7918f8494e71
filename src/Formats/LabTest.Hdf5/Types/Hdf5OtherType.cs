namespace LabTest.Hdf5;

/// <summary>A type that is rare and read as bytes only: bit fields, times, and classes newer than this library.</summary>
public sealed class Hdf5OtherType : Hdf5Type
{
    internal Hdf5OtherType(int classNumber, int size, byte[] encoded)
    {
        ClassNumber = classNumber;
        Size = size;
        Encoded = encoded;
    }

    /// <summary>The class number of the specification: 2 is a time, 4 a bit field.</summary>
    public int ClassNumber { get; }

    /// <inheritdoc/>
    public override int Size { get; }

    internal byte[] Encoded { get; }

    /// <inheritdoc/>
    public override string ToString() => $"type of class {ClassNumber}, {Size} bytes";
}
