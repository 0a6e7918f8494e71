using LabTest.Hdf5.Groups;
using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Objects;

/// <summary>A group: an object with links.</summary>
internal sealed class GroupNode : ObjectNode
{
    public GroupNode(OpenFile file, ObjectHeader header)
        : base(file, header) => Links = new LinkStore(this);

    public LinkStore Links { get; }

    protected override string Kind => "group";

    protected override int LeastSpare => 320;

    public static GroupNode New(OpenFile file)
    {
        var header = new ObjectHeader();
        header.Add(new HeaderMessage(MessageType.LinkInfo, 0, LinkInfoMessage.Empty.Encode()));
        header.Add(new HeaderMessage(MessageType.GroupInfo, HeaderMessage.Constant, GroupInfoMessage.Encode()));
        var group = new GroupNode(file, header);
        group.Touch();
        return group;
    }

    public override void Flush(Commit commit, bool closing)
    {
        Links.Flush(commit);
        base.Flush(commit, closing);
    }
}
