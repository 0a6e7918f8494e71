using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Heaps;

/// <summary>The global heaps of an open file.</summary>
internal sealed class VariableHeap : IVariableHeap
{
    private readonly FileSource _source;
    private readonly GlobalHeapReader _reader;
    private readonly GlobalHeapWriter? _writer;

    public VariableHeap(FileSource source, FileSink? sink)
    {
        _source = source;
        _reader = new GlobalHeapReader(source);
        _writer = sink is null ? null : new GlobalHeapWriter(sink, _reader.Forget);
    }

    public int AddressSize => _source.Sizes.Address;

    public ReadOnlyMemory<byte> Read(HeapReference reference, long length)
    {
        Flush();
        return _reader.Read(reference, length);
    }

    public HeapReference Insert(ReadOnlySpan<byte> bytes) =>
        (_writer ?? throw new InvalidOperationException($"{_source.Name} is open for reading only.")).Insert(bytes);

    /// <summary>Hands what was inserted to the operating system.</summary>
    public void Flush() => _writer?.Flush();
}
