using LabTest.Hdf5.Messages;

namespace LabTest.Hdf5.Groups;

/// <summary>Where the links of a group stand in the file.</summary>
internal abstract class LinkTable
{
    public abstract LinkMessage? Find(string name);

    public abstract IEnumerable<LinkMessage> All();
}
