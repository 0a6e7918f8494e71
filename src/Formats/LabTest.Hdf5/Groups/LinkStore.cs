using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Groups;

/// <summary>The links of a group. New ones wait in memory for a checkpoint, which gives their objects their places.</summary>
internal sealed class LinkStore(GroupNode group)
{
    private readonly Dictionary<string, LinkEntry> _pending = new(StringComparer.Ordinal);
    private LinkTable? _table;

    private LinkTable Table => _table ??= Open();

    public LinkEntry? Find(string name)
    {
        if (_pending.TryGetValue(name, out var pending))
            return pending;
        return Table.Find(name) is { } link ? new LinkEntry(name, link.Target, null) : null;
    }

    public IEnumerable<LinkEntry> All() =>
        Table.All().Select(l => new LinkEntry(l.Name, l.Target, null)).Concat(_pending.Values);

    public void Add(LinkEntry link)
    {
        if (Table is SymbolTableLinks || LinkInfo() is { TracksCreationOrder: true })
            throw new Hdf5Exception($"{group.File.Source.Name}: links cannot be added to a group of the first versions of HDF5, nor to one that keeps the order of its links; rewrite the file with h5repack --low=1 first.");
        if (Find(link.Name) is not null)
            throw new ArgumentException($"The group has a link named {link.Name} already.", nameof(link));
        _pending.Add(link.Name, link);
        group.Touch();
    }

    public void Flush(Commit commit)
    {
        foreach (var link in _pending.Values)
            Insert(new LinkMessage(link.Name, link.Target ?? new LinkTarget.Hard(link.Node!.Place())));
        _pending.Clear();

        if (_table is DenseLinks dense)
            group.Header.Set(MessageType.LinkInfo, dense.Flush(commit).Encode());
    }

    private void Insert(LinkMessage link)
    {
        if (Table is CompactLinks compact)
        {
            if (compact.TryAdd(link))
                return;
            var dense = DenseLinks.New(group.File);
            foreach (var old in compact.All())
                dense.Add(old);
            group.Header.RemoveAll(MessageType.Link);
            _table = dense;
        }

        ((DenseLinks)Table).Add(link);
    }

    private LinkTable Open()
    {
        if (group.Header.Find(MessageType.SymbolTable) is { } symbols)
            return new SymbolTableLinks(group, symbols);
        return LinkInfo() is { IsDense: true } info ? DenseLinks.Open(group.File, info) : new CompactLinks(group);
    }

    private LinkInfoMessage? LinkInfo() => group.Header.Find(MessageType.LinkInfo) is { } message
        ? LinkInfoMessage.Decode(message.Reader(group.File.Source.Sizes, group.Origin))
        : null;
}
