using System.Buffers.Binary;
using System.Text;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Heaps.Fractal;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Trees;

namespace LabTest.Hdf5.Attributes;

/// <summary>Attributes of an object that has many or large ones: in a fractal heap, found by a tree over the hashes of their names.</summary>
internal sealed class DenseAttributes
{
    private const int IdSize = 8;
    private const int HashAt = IdSize + 1 + 4;
    private const int RecordSize = HashAt + 4;
    private const uint NoOrder = 65_535;

    private readonly OpenFile _file;
    private readonly FractalHeap _heap;
    private readonly Tree _names;

    private DenseAttributes(OpenFile file, FractalHeap heap, Tree names)
    {
        _file = file;
        _heap = heap;
        _names = names;
    }

    public static DenseAttributes New(OpenFile file) => new(
        file, FractalHeap.New(file.Source, file.Sink, IdSize), Tree.New(file.Source, file.Sink, TreeType.AttributeName, RecordSize));

    public static DenseAttributes Open(OpenFile file, AttributeInfoMessage info)
    {
        var sink = file.IsWritable ? file.Sink : null;
        return new DenseAttributes(file, FractalHeap.Open(file.Source, sink, info.HeapAddress),
            Tree.Open(file.Source, sink, info.NameTreeAddress, TreeType.AttributeName, RecordSize));
    }

    public AttributeMessage? Find(string name) => _names.Find(Comparison(name)) is { } record ? Attribute(record) : null;

    public IEnumerable<AttributeMessage> All() => _names.Records().Select(Attribute);

    public void Set(AttributeMessage attribute)
    {
        var record = new byte[RecordSize];
        _heap.Add(attribute.Encode()).CopyTo(record, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(IdSize + 1), NoOrder);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(HashAt), Lookup3.Hash(Encoding.UTF8.GetBytes(attribute.Name)));
        _names.Put(Comparison(attribute.Name), record);
    }

    /// <summary>Writes what has changed; what <see cref="AttributeInfoMessage"/> must say afterwards.</summary>
    public AttributeInfoMessage Flush(Commit commit)
    {
        _heap.Flush(commit);
        _names.Flush(commit);
        return AttributeInfoMessage.Empty with { HeapAddress = _heap.Address, NameTreeAddress = _names.Address };
    }

    private RecordComparison Comparison(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var hash = Lookup3.Hash(bytes);
        return record =>
        {
            var order = hash.CompareTo(BinaryPrimitives.ReadUInt32LittleEndian(record[HashAt..]));
            return order != 0 ? order : bytes.AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(AttributeMessage.DecodeName(Content(record))));
        };
    }

    private AttributeMessage Attribute(byte[] record) => AttributeMessage.Decode(Content(record), _file.Shared);

    private ByteReader Content(ReadOnlySpan<byte> record) =>
        new(_heap.Read(record[..IdSize]).Span, _file.Source.Sizes, _file.Source.Origin("attribute", _heap.Address));
}
