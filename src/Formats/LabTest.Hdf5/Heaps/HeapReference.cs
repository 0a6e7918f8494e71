namespace LabTest.Hdf5.Heaps;

/// <summary>An object in a global heap: the address of its collection and its number there. Number 0 is nothing at all.</summary>
internal readonly record struct HeapReference(long Collection, uint Index)
{
    public bool IsNothing => Index == 0;
}
