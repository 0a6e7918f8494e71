using LabTest.Hdf5.Attributes;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Objects;

/// <summary>An object of an open file: its header and attributes. All that change it hold the file's structure lock.</summary>
internal abstract class ObjectNode
{
    protected ObjectNode(OpenFile file, ObjectHeader header)
    {
        File = file;
        Header = header;
        Attributes = new AttributeStore(this);
    }

    public OpenFile File { get; }

    public ObjectHeader Header { get; }

    public AttributeStore Attributes { get; }

    public BlockOrigin Origin => File.Source.Origin(Kind, Header.First.Address);

    /// <summary>Where the header is; undefined before the object's first checkpoint, unless something points to it.</summary>
    public long Address => Header.First.Address;

    protected abstract string Kind { get; }

    /// <summary>How much room a new header leaves for links and attributes that come later.</summary>
    protected virtual int LeastSpare => 96;

    /// <summary>Gives a new object its place, so that links and references can name it.</summary>
    public long Place()
    {
        if (Header.First.Address == FileAddress.Undefined)
        {
            ObjectHeaderWriter.Place(Header, File.Sink, LeastSpare);
            File.Objects.Add(this);
        }

        return Header.First.Address;
    }

    /// <summary>Notes that the object has changed since the last checkpoint.</summary>
    public virtual void Touch() => File.Objects.Touch(this);

    /// <summary>Writes all that a checkpoint needs of the object.</summary>
    public virtual void Flush(Commit commit, bool closing)
    {
        Attributes.Flush(commit);
        Place();
        ObjectHeaderWriter.Flush(Header, File.Sink, commit);
    }

    /// <summary>Counts one more hard link.</summary>
    public void AddReference()
    {
        var count = Header.Find(MessageType.ReferenceCount) is { } message
            ? ReferenceCountMessage.Decode(message.Reader(File.Source.Sizes, Origin))
            : 1;
        Header.Set(MessageType.ReferenceCount, ReferenceCountMessage.Encode(count + 1));
        Touch();
    }
}
