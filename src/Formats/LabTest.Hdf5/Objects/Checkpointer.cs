using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Superblocks;

namespace LabTest.Hdf5.Objects;

/// <summary>
/// Makes checkpoints. First all that is new goes to new space, while the structure stands still and each dataset in its turn; then the
/// superblock learns the new end of the file; then small overwrites, each inside a page, switch from the old state to the new,
/// contents before trees and trees before object headers.
/// </summary>
internal sealed class Checkpointer(OpenFile file, FileSink sink, Superblock superblock)
{
    private readonly Lock _gate = new();

    public void Run(bool durable, bool closing)
    {
        lock (_gate)
        {
            var number = sink.Space.StartCheckpoint();
            var commit = new Commit();
            lock (file.Structure)
                Gather(commit, closing);
            Switch(commit, durable);
            sink.Space.CompleteCheckpoint(number, durable);
            if (closing)
                Close();
        }
    }

    private void Gather(Commit commit, bool closing)
    {
        var changed = file.Objects.TakeChanged();
        foreach (var dataset in file.Objects.Active())
        {
            if (closing || dataset.IsIdle)
                changed.Add(dataset);
        }

        // An object gets its place before it is written, since links to it hold its address. Objects that links have placed
        // meanwhile are in the set as well: they were new, and what is new has changed.
        foreach (var node in changed)
            node.Flush(commit, closing);
        file.Heap.Flush();
    }

    private void Switch(Commit commit, bool durable)
    {
        if (durable)
            sink.Sync();
        if (superblock.EndOfFile != sink.End)
        {
            superblock.EndOfFile = sink.End;
            sink.Write(0, superblock.Encode());
            if (durable)
                sink.Sync();
        }

        commit.Apply(sink, durable);
    }

    /// <summary>Gives the free space at the end back to the file system.</summary>
    private void Close()
    {
        sink.Space.TrimEnd();
        if (superblock.EndOfFile != sink.End)
        {
            superblock.EndOfFile = sink.End;
            sink.Write(0, superblock.Encode());
        }

        sink.Space.CutFile();
    }
}
