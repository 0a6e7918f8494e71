using System.Buffers.Binary;
using LabTest.Hdf5.Heaps.Fractal;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Trees;

namespace LabTest.Hdf5.Attributes;

/// <summary>Attributes of an object that has many or large ones.</summary>
internal sealed class DenseAttributes
{
    private const int IdSize = 8;
    private const int OrderAt = IdSize + 1;
    private const int HashAt = OrderAt + 4;
    private const int RecordSize = HashAt + 4;
    private const uint NoOrder = 65_535;

    private static readonly NamedHeapLayout Layout = new(TreeType.AttributeName, "attribute", RecordSize, HashAt, 0, IdSize, AttributeMessage.DecodeName);

    private readonly SharedMessageResolver _shared;
    private readonly NamedHeap _heap;

    private DenseAttributes(OpenFile file, NamedHeap heap)
    {
        _shared = file.Shared;
        _heap = heap;
    }

    public static DenseAttributes New(OpenFile file) => new(file, NamedHeap.New(file, Layout));

    public static DenseAttributes Open(OpenFile file, AttributeInfoMessage info) => new(file, NamedHeap.Open(file, Layout, info.HeapAddress, info.NameTreeAddress));

    public AttributeMessage? Find(string name) => _heap.TryFind(name, out var content) ? AttributeMessage.Decode(content, _shared) : null;

    public IEnumerable<AttributeMessage> All() => _heap.All(content => AttributeMessage.Decode(content, _shared));

    public void Set(AttributeMessage attribute)
    {
        var record = new byte[RecordSize];
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(OrderAt), NoOrder);
        _heap.Put(attribute.Name, record, attribute.Encode());
    }

    /// <summary>Writes what has changed; what <see cref="AttributeInfoMessage"/> must say afterwards.</summary>
    public AttributeInfoMessage Flush(Commit commit)
    {
        _heap.Flush(commit);
        return AttributeInfoMessage.Empty with { HeapAddress = _heap.HeapAddress, NameTreeAddress = _heap.NameTreeAddress };
    }
}
