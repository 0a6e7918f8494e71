using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Heaps;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Groups;

/// <summary>The links of a group of the first versions of HDF5: a version-1 B-tree of symbol table nodes (specification III.A.1 and III.B).</summary>
internal sealed class SymbolTableLinks : LinkTable
{
    private const int GroupNode = 0;
    private const int SoftLink = 2;
    private const int Deepest = 32;

    private readonly FileSource _source;
    private readonly LocalHeap _heap;
    private readonly long _tree;
    private Dictionary<string, LinkMessage>? _links;

    public SymbolTableLinks(GroupNode group, HeaderMessage message)
    {
        _source = group.File.Source;
        var reader = message.Reader(_source.Sizes, group.Origin);
        _tree = reader.Address();
        _heap = LocalHeap.Read(_source, reader.Address());
    }

    public override LinkMessage? Find(string name) => Links().GetValueOrDefault(name);

    public override IEnumerable<LinkMessage> All() => Links().Values;

    private Dictionary<string, LinkMessage> Links()
    {
        if (_links is not null)
            return _links;
        Dictionary<string, LinkMessage> links = new(StringComparer.Ordinal);
        Walk(_tree, -1, [], links);
        return _links = links;
    }

    private void Walk(long address, int level, HashSet<long> seen, Dictionary<string, LinkMessage> links)
    {
        const string Structure = "B-tree node (version 1)";
        var origin = _source.Origin(Structure, address);
        if (!seen.Add(address) || seen.Count > _source.Length / 8)
            throw origin.Corrupt("it comes up twice in a tree");

        var headSize = 8 + 2 * _source.Sizes.Address;
        var head = _source.Fetch(address, headSize, Structure).Reader();
        head.Signature("TREE"u8);
        if (head.U8() != GroupNode)
            throw head.Corrupt("it is not a node of a group's tree");
        int found = head.U8();
        int count = head.U16();
        if ((level >= 0 && found != level) || found > Deepest)
            throw head.Corrupt($"its level is {found}");

        var size = headSize + count * (_source.Sizes.Length + _source.Sizes.Address);
        var reader = _source.Fetch(address, size, Structure).Reader();
        reader.Skip(headSize);
        for (var i = 0; i < count; i++)
        {
            reader.FileLength();
            var child = reader.Address();
            if (found == 0)
                ReadNode(child, seen, links);
            else
                Walk(child, found - 1, seen, links);
        }
    }

    private void ReadNode(long address, HashSet<long> seen, Dictionary<string, LinkMessage> links)
    {
        const string Structure = "symbol table node";
        if (!seen.Add(address))
            throw _source.Origin(Structure, address).Corrupt("it comes up twice in a tree");
        var head = _source.Fetch(address, 8, Structure).Reader();
        head.Signature("SNOD"u8);
        head.Version(1);
        head.Skip(1);
        int count = head.U16();

        var entrySize = _source.Sizes.Length + _source.Sizes.Address + 24;
        var reader = _source.Fetch(address, 8 + count * entrySize, Structure).Reader();
        reader.Skip(8);
        for (var i = 0; i < count; i++)
        {
            var name = _heap.Text(reader.FileLength());
            var header = reader.Address();
            var cache = reader.U32();
            reader.Skip(4);
            var scratch = reader.Part(16);
            links[name] = new LinkMessage(name, cache == SoftLink ? new LinkTarget.Soft(_heap.Text(scratch.U32())) : new LinkTarget.Hard(header));
        }
    }
}
