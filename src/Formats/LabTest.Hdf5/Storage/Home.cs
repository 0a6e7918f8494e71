using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Storage;

/// <summary>
/// Where a structure lives that points to others. It stays where it is as long as no checkpoint has it, or a checkpoint can overwrite
/// it by one write inside one page; otherwise it is written anew, and what points to it must follow.
/// </summary>
internal sealed class Home(long address = FileAddress.Undefined, int size = 0)
{
    private int _size = size;
    private int _generation = -1;

    public long Address { get; private set; } = address;

    public bool IsPlaced => Address != FileAddress.Undefined;

    /// <summary>Writes the structure.</summary>
    /// <param name="image">Its bytes.</param>
    /// <param name="sink">The file.</param>
    /// <param name="generation">How many checkpoints the owner has taken part in.</param>
    /// <param name="commit">The checkpoint that may overwrite it, if any.</param>
    /// <param name="rank">When the checkpoint overwrites it.</param>
    /// <returns>Whether it has moved.</returns>
    public bool Save(byte[] image, FileSink sink, int generation, Commit? commit = null, SwitchRank rank = SwitchRank.Content)
    {
        var committed = _generation < generation;
        if (IsPlaced && _size == image.Length)
        {
            if (!committed)
            {
                sink.Write(Address, image);
                return false;
            }

            if (commit is not null && Page.Holds(Address, _size))
            {
                commit.Overwrite(rank, Address, image);
                return false;
            }
        }

        Leave(sink, committed);
        _size = image.Length;
        _generation = generation;
        Address = sink.Allocate(_size);
        sink.Write(Address, image);
        return true;
    }

    private void Leave(FileSink sink, bool committed)
    {
        if (!IsPlaced)
            return;
        if (committed)
            sink.Space.Retire(new Extent(Address, _size));
        else
            sink.Space.GiveBack(new Extent(Address, _size));
    }
}
