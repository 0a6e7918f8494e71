namespace LabTest.Hdf5.Heaps;

/// <summary>Where the parts of elements that have lengths of their own are kept.</summary>
internal interface IVariableHeap
{
    /// <summary>How many bytes an address takes in this file.</summary>
    int AddressSize { get; }

    /// <summary>Reads an object that must have at least <paramref name="length"/> bytes.</summary>
    ReadOnlyMemory<byte> Read(HeapReference reference, long length);

    HeapReference Insert(ReadOnlySpan<byte> bytes);
}
