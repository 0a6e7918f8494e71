using LabTest.Hdf5.Headers;

namespace LabTest.Hdf5.Objects;

/// <summary>
/// The objects of an open file that are in memory: one for each address, as long as somebody uses it. Objects that have changed, and
/// datasets with chunks in memory, are held until a checkpoint has them.
/// </summary>
internal sealed class ObjectTable(OpenFile file)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, WeakReference<ObjectNode>> _known = [];
    private readonly HashSet<DatasetNode> _active = [];
    private HashSet<ObjectNode> _changed = [];
    private int _nextSweep = 256;

    /// <summary>The object whose header is at an address.</summary>
    public ObjectNode At(long address)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(address, out var reference) && reference.TryGetTarget(out var known))
                return known;
        }

        var node = Read(address);
        lock (_gate)
        {
            if (_known.TryGetValue(address, out var reference) && reference.TryGetTarget(out var known))
                return known;
            Remember(node);
            return node;
        }
    }

    public void Add(ObjectNode node)
    {
        lock (_gate)
            Remember(node);
    }

    public void Touch(ObjectNode node)
    {
        lock (_gate)
        {
            _changed.Add(node);
            if (node is DatasetNode dataset)
                _active.Add(dataset);
        }
    }

    /// <summary>What has changed since the last time, to be written now.</summary>
    public HashSet<ObjectNode> TakeChanged()
    {
        lock (_gate)
        {
            var changed = _changed;
            _changed = [];
            return changed;
        }
    }

    /// <summary>The datasets that may have chunks in memory.</summary>
    public DatasetNode[] Active()
    {
        lock (_gate)
            return [.. _active];
    }

    public void Release(DatasetNode dataset)
    {
        lock (_gate)
        {
            if (!_changed.Contains(dataset))
                _active.Remove(dataset);
        }
    }

    private void Remember(ObjectNode node)
    {
        _known[node.Address] = new WeakReference<ObjectNode>(node);
        if (_known.Count < _nextSweep)
            return;
        foreach (var (address, reference) in _known)
        {
            if (!reference.TryGetTarget(out _))
                _known.Remove(address);
        }

        _nextSweep = Math.Max(256, 2 * _known.Count);
    }

    private ObjectNode Read(long address)
    {
        var header = ObjectHeaderReader.Read(file.Source, address);
        var unknown = header.Messages.FirstOrDefault(m => !Enum.IsDefined(m.Type) && m.FailsIfUnknown);
        if (unknown is not null)
            throw file.Source.Origin("object header", address).Corrupt($"it needs message {(int)unknown.Type}, which is not known");
        if (header.Find(MessageType.Layout) is not null)
            return DatasetNode.Open(file, header);
        if (header.Find(MessageType.SymbolTable) is not null || header.Find(MessageType.LinkInfo) is not null || header.Find(MessageType.Link) is not null
            || header.Find(MessageType.GroupInfo) is not null)
            return new GroupNode(file, header);
        if (header.Find(MessageType.Datatype) is not null)
            return new TypeNode(file, header);
        return header.Find(MessageType.Dataspace) is null
            ? new GroupNode(file, header)
            : throw file.Source.Origin("object header", address).Corrupt("it is neither a group, nor a dataset, nor a type");
    }
}
