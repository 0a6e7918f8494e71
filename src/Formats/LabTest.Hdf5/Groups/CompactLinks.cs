using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;

namespace LabTest.Hdf5.Groups;

/// <summary>Links in the group's header.</summary>
internal sealed class CompactLinks : LinkTable
{
    private readonly GroupNode _group;
    private readonly Dictionary<string, LinkMessage> _links = new(StringComparer.Ordinal);

    public CompactLinks(GroupNode group)
    {
        _group = group;
        foreach (var message in group.Header.Messages.Where(m => m.Type == MessageType.Link))
        {
            var link = LinkMessage.Decode(message.Reader(group.File.Source.Sizes, group.Origin));
            _links[link.Name] = link;
        }
    }

    public int Count => _links.Count;

    public override LinkMessage? Find(string name) => _links.GetValueOrDefault(name);

    public override IEnumerable<LinkMessage> All() => _links.Values;

    /// <summary>Adds a link if the header is the right place for it.</summary>
    public bool TryAdd(LinkMessage link)
    {
        var body = link.Encode();
        if (Count >= GroupInfoMessage.MostCompact || body.Length > HeaderMessage.LargestBody)
            return false;
        _group.Header.Add(new HeaderMessage(MessageType.Link, 0, body));
        _links.Add(link.Name, link);
        return true;
    }
}
