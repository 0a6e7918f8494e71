using LabTest.Hdf5.Heaps.Fractal;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Trees;

namespace LabTest.Hdf5.Groups;

/// <summary>Links of a group that has many.</summary>
internal sealed class DenseLinks : LinkTable
{
    private const int IdSize = 7;
    private const int HashSize = 4;
    private const int RecordSize = HashSize + IdSize;

    private static readonly NamedHeapLayout Layout =
        new(TreeType.LinkName, "link", RecordSize, 0, HashSize, IdSize, content => LinkMessage.Decode(content).Name);

    private readonly NamedHeap _heap;

    private DenseLinks(NamedHeap heap) => _heap = heap;

    public static DenseLinks New(OpenFile file) => new(NamedHeap.New(file, Layout));

    public static DenseLinks Open(OpenFile file, LinkInfoMessage info) => new(NamedHeap.Open(file, Layout, info.HeapAddress, info.NameTreeAddress));

    public override LinkMessage? Find(string name) => _heap.TryFind(name, out var content) ? LinkMessage.Decode(content) : null;

    public override IEnumerable<LinkMessage> All() => _heap.All(LinkMessage.Decode);

    public void Add(LinkMessage link) => _heap.Put(link.Name, new byte[RecordSize], link.Encode());

    /// <summary>Writes what has changed; what <see cref="LinkInfoMessage"/> must say afterwards.</summary>
    public LinkInfoMessage Flush(Commit commit)
    {
        _heap.Flush(commit);
        return LinkInfoMessage.Empty with { HeapAddress = _heap.HeapAddress, NameTreeAddress = _heap.NameTreeAddress };
    }
}
