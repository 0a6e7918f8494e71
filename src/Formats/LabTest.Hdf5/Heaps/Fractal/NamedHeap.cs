using System.Buffers.Binary;
using System.Text;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Trees;

namespace LabTest.Hdf5.Heaps.Fractal;

/// <summary>The links or attributes of an object that has many: in a fractal heap, found by a tree over the hashes of their names.</summary>
internal sealed class NamedHeap
{
    private readonly FileSource _source;
    private readonly NamedHeapLayout _layout;
    private readonly FractalHeap _heap;
    private readonly Tree _names;

    private NamedHeap(FileSource source, NamedHeapLayout layout, FractalHeap heap, Tree names)
    {
        _source = source;
        _layout = layout;
        _heap = heap;
        _names = names;
    }

    public long HeapAddress => _heap.Address;

    public long NameTreeAddress => _names.Address;

    public static NamedHeap New(OpenFile file, NamedHeapLayout layout) => new(
        file.Source, layout, FractalHeap.New(file.Source, file.Sink, layout.IdSize), Tree.New(file.Source, file.Sink, layout.Tree, layout.RecordSize));

    public static NamedHeap Open(OpenFile file, NamedHeapLayout layout, long heap, long nameTree)
    {
        var sink = file.IsWritable ? file.Sink : null;
        return new NamedHeap(file.Source, layout, FractalHeap.Open(file.Source, sink, heap), Tree.Open(file.Source, sink, nameTree, layout.Tree, layout.RecordSize));
    }

    /// <summary>Looks for an object.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">What it holds.</param>
    public bool TryFind(string name, out ByteReader content)
    {
        var record = _names.Find(Comparison(name));
        content = record is null ? default : Content(record);
        return record is not null;
    }

    /// <summary>All objects, decoded, in no particular order.</summary>
    public IEnumerable<T> All<T>(Decoder<T> decode) => _names.Records().Select(record => decode(Content(record)));

    /// <summary>Adds an object, or puts it in the place of the one of its name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="record">A record with all but the hash and the id filled in.</param>
    /// <param name="content">What it holds.</param>
    public void Put(string name, byte[] record, ReadOnlySpan<byte> content)
    {
        _heap.Add(content).CopyTo(record, _layout.IdAt);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(_layout.HashAt), Lookup3.Hash(Encoding.UTF8.GetBytes(name)));
        _names.Put(Comparison(name), record);
    }

    public void Flush(Commit commit)
    {
        _heap.Flush(commit);
        _names.Flush(commit);
    }

    private RecordComparison Comparison(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var hash = Lookup3.Hash(bytes);
        return record =>
        {
            var order = hash.CompareTo(BinaryPrimitives.ReadUInt32LittleEndian(record[_layout.HashAt..]));
            return order != 0 ? order : bytes.AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(_layout.Name(Content(record))));
        };
    }

    private ByteReader Content(ReadOnlySpan<byte> record) =>
        new(_heap.Read(record.Slice(_layout.IdAt, _layout.IdSize)).Span, _source.Sizes, _source.Origin(_layout.Structure, _heap.Address));

    /// <summary>Reads an object.</summary>
    public delegate T Decoder<out T>(ByteReader content);
}
