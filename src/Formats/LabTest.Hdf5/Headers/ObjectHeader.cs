using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Headers;

/// <summary>The header of a group, dataset or committed type: its messages, and where they stand in the file (specification IV.A).</summary>
internal sealed class ObjectHeader
{
    private readonly List<HeaderMessage> _messages;

    /// <summary>A new header, placed when it is first written.</summary>
    public ObjectHeader()
    {
        _messages = [];
        Version = 2;
        Flags = ObjectHeaderImage.SmallSizes;
        Prefix = [];
        IsDirty = true;
    }

    /// <summary>A header read from a file.</summary>
    public ObjectHeader(int version, byte flags, byte[] prefix, Extent first, IReadOnlyList<Extent> continuations, List<HeaderMessage> messages)
    {
        Version = version;
        Flags = flags;
        Prefix = prefix;
        First = first;
        Continuations = continuations;
        _messages = messages;
    }

    public int Version { get; }

    public byte Flags { get; }

    /// <summary>What stands between the flags and the size of the first chunk: times and limits, kept as they are.</summary>
    public byte[] Prefix { get; }

    /// <summary>The first chunk; it never moves, and holds all that fits.</summary>
    public Extent First { get; set; } = new(FileAddress.Undefined, 0);

    /// <summary>The chunks that hold the rest.</summary>
    public IReadOnlyList<Extent> Continuations { get; set; } = [];

    /// <summary>What the rest looked like when it was written.</summary>
    public byte[] ContinuationImage { get; set; } = [];

    public bool IsDirty { get; set; }

    /// <summary>Whether a checkpoint has it.</summary>
    public bool IsCommitted { get; set; }

    public bool TracksCreationOrder => (Flags & 4) != 0;

    public IReadOnlyList<HeaderMessage> Messages => _messages;

    public HeaderMessage? Find(MessageType type) => _messages.Find(m => m.Type == type);

    /// <summary>Puts a message in the place of the one of its type, or at the end.</summary>
    public void Set(MessageType type, byte[] body, byte flags = 0)
    {
        var at = _messages.FindIndex(m => m.Type == type);
        if (at < 0)
            Add(new HeaderMessage(type, flags, body));
        else if (!_messages[at].Body.AsSpan().SequenceEqual(body))
            Replace(_messages[at], new HeaderMessage(type, flags, body, _messages[at].CreationOrder));
    }

    public void Add(HeaderMessage message)
    {
        _messages.Add(message);
        IsDirty = true;
    }

    public void Replace(HeaderMessage old, HeaderMessage message)
    {
        _messages[_messages.IndexOf(old)] = message;
        IsDirty = true;
    }

    public void RemoveAll(MessageType type) => IsDirty |= _messages.RemoveAll(m => m.Type == type) > 0;
}
