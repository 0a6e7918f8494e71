using System.Buffers.Binary;
using System.Text;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Heaps.Fractal;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Trees;

namespace LabTest.Hdf5.Groups;

/// <summary>Links of a group that has many: in a fractal heap, found by a tree over the hashes of their names.</summary>
internal sealed class DenseLinks : LinkTable
{
    private const int IdSize = 7;
    private const int HashSize = 4;

    private readonly OpenFile _file;
    private readonly FractalHeap _heap;
    private readonly Tree _names;

    private DenseLinks(OpenFile file, FractalHeap heap, Tree names)
    {
        _file = file;
        _heap = heap;
        _names = names;
    }

    public static DenseLinks New(OpenFile file) => new(
        file, FractalHeap.New(file.Source, file.Sink, IdSize), Tree.New(file.Source, file.Sink, TreeType.LinkName, HashSize + IdSize));

    public static DenseLinks Open(OpenFile file, LinkInfoMessage info)
    {
        var sink = file.IsWritable ? file.Sink : null;
        return new DenseLinks(file, FractalHeap.Open(file.Source, sink, info.HeapAddress),
            Tree.Open(file.Source, sink, info.NameTreeAddress, TreeType.LinkName, HashSize + IdSize));
    }

    public override LinkMessage? Find(string name) => _names.Find(Comparison(name)) is { } record ? Link(record) : null;

    public override IEnumerable<LinkMessage> All() => _names.Records().Select(Link);

    public void Add(LinkMessage link)
    {
        var record = new byte[HashSize + IdSize];
        BinaryPrimitives.WriteUInt32LittleEndian(record, Lookup3.Hash(Encoding.UTF8.GetBytes(link.Name)));
        _heap.Add(link.Encode()).CopyTo(record.AsSpan(HashSize));
        _names.Put(Comparison(link.Name), record);
    }

    /// <summary>Writes what has changed; what <see cref="LinkInfoMessage"/> must say afterwards.</summary>
    public LinkInfoMessage Flush(Commit commit)
    {
        _heap.Flush(commit);
        _names.Flush(commit);
        return LinkInfoMessage.Empty with { HeapAddress = _heap.Address, NameTreeAddress = _names.Address };
    }

    private RecordComparison Comparison(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var hash = Lookup3.Hash(bytes);
        return record =>
        {
            var order = hash.CompareTo(BinaryPrimitives.ReadUInt32LittleEndian(record));
            return order != 0 ? order : bytes.AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(Link(record).Name));
        };
    }

    private LinkMessage Link(byte[] record) => Link((ReadOnlySpan<byte>)record);

    private LinkMessage Link(ReadOnlySpan<byte> record)
    {
        var content = _heap.Read(record[HashSize..]);
        return LinkMessage.Decode(new ByteReader(content.Span, _file.Source.Sizes, _file.Source.Origin("link", _heap.Address)));
    }
}
