using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Heaps;

/// <summary>Reads objects of global heaps; the collections used last stay in memory, up to a limit.</summary>
internal sealed class GlobalHeapReader(FileSource source)
{
    private const long Limit = 4 << 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, GlobalHeapCollection> _collections = [];
    private long _held;

    public ReadOnlyMemory<byte> Read(HeapReference reference, long length)
    {
        var content = Collection(reference.Collection)[reference.Index];
        if (content.Length < length)
            throw source.Origin("global heap collection", reference.Collection).Corrupt($"object {reference.Index} has {content.Length} bytes where {length} are wanted");
        return content;
    }

    /// <summary>Forgets a collection that has grown since.</summary>
    public void Forget(long address)
    {
        lock (_gate)
        {
            if (_collections.Remove(address, out var old))
                _held -= old.Size;
        }
    }

    private GlobalHeapCollection Collection(long address)
    {
        lock (_gate)
        {
            if (_collections.TryGetValue(address, out var known))
                return known;

            var read = GlobalHeapCollection.Read(source, address);
            if (_held + read.Size > Limit)
            {
                _collections.Clear();
                _held = 0;
            }

            _collections.Add(address, read);
            _held += read.Size;
            return read;
        }
    }
}
