using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Attributes;

/// <summary>The attributes of an object: in its header while they are few and small, else in a fractal heap.</summary>
internal sealed class AttributeStore(ObjectNode owner)
{
    private const int MostCompact = 8;

    private Dictionary<string, HeaderMessage>? _compact;
    private DenseAttributes? _dense;
    private bool _opened;

    public AttributeMessage? Find(string name)
    {
        Open();
        if (_dense is not null)
            return _dense.Find(name);
        return _compact!.TryGetValue(name, out var message) ? Decode(message) : null;
    }

    public IEnumerable<AttributeMessage> All()
    {
        Open();
        return _dense?.All() ?? _compact!.Values.Select(Decode);
    }

    public void Set(AttributeMessage attribute)
    {
        Open();
        if (Info() is { TracksCreationOrder: true })
            throw new Hdf5Exception($"{owner.File.Source.Name}: attributes cannot be set on an object that keeps their order; rewrite the file with h5repack first.");
        owner.Touch();
        if (Info() is null)     // without, the reference library counts no attributes
            owner.Header.Set(MessageType.AttributeInfo, AttributeInfoMessage.Empty.Encode());
        if (_dense is null && TrySetCompact(attribute))
            return;
        Densify().Set(attribute);
        owner.Header.IsDirty = true;
    }

    public void Flush(Commit commit)
    {
        if (_dense is not null && owner.File.IsWritable)
            owner.Header.Set(MessageType.AttributeInfo, _dense.Flush(commit).Encode());
    }

    private bool TrySetCompact(AttributeMessage attribute)
    {
        var body = attribute.Encode();
        var compact = _compact!;
        var old = compact.GetValueOrDefault(attribute.Name);
        if (body.Length > HeaderMessage.LargestBody || (old is null && compact.Count >= MostCompact))
            return false;

        var message = new HeaderMessage(MessageType.Attribute, 0, body);
        if (old is null)
            owner.Header.Add(message);
        else
            owner.Header.Replace(old, message);
        compact[attribute.Name] = message;
        return true;
    }

    private DenseAttributes Densify()
    {
        if (_dense is not null)
            return _dense;
        _dense = DenseAttributes.New(owner.File);
        foreach (var attribute in _compact!.Values.Select(Decode))
            _dense.Set(attribute);
        owner.Header.RemoveAll(MessageType.Attribute);
        _compact = null;
        return _dense;
    }

    private void Open()
    {
        if (_opened)
            return;
        if (Info() is { IsDense: true } info)
            _dense = DenseAttributes.Open(owner.File, info);
        else
            _compact = ReadCompact();
        _opened = true;
    }

    private Dictionary<string, HeaderMessage> ReadCompact()
    {
        Dictionary<string, HeaderMessage> compact = new(StringComparer.Ordinal);
        foreach (var message in owner.Header.Messages.Where(m => m is { Type: MessageType.Attribute, IsShared: false }))
            compact[AttributeMessage.DecodeName(message.Reader(owner.File.Source.Sizes, owner.Origin))] = message;
        return compact;
    }

    private AttributeInfoMessage? Info() => owner.Header.Find(MessageType.AttributeInfo) is { } message
        ? AttributeInfoMessage.Decode(message.Reader(owner.File.Source.Sizes, owner.Origin))
        : null;

    private AttributeMessage Decode(HeaderMessage message) =>
        AttributeMessage.Decode(message.Reader(owner.File.Source.Sizes, owner.Origin), owner.File.Shared);
}
