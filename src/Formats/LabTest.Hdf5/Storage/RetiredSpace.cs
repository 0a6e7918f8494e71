namespace LabTest.Hdf5.Storage;

/// <summary>
/// Pieces of the file that the next checkpoint no longer points to, but the last one does, or a reader that follows the file may
/// still. They become free when a checkpoint without them is complete and the delay for readers has passed; on a file with durable
/// checkpoints, when such a checkpoint is durable.
/// </summary>
internal sealed class RetiredSpace(TimeProvider time, TimeSpan delay)
{
    private const int Capacity = 65_536;

    private readonly Queue<(Extent Extent, long Checkpoint, long Since)> _queue = new();

    /// <summary>Takes a piece that will become free.</summary>
    /// <param name="extent">What is no longer used.</param>
    /// <param name="checkpoint">The number of the first checkpoint that does not point to it.</param>
    public void Add(Extent extent, long checkpoint)
    {
        if (extent.Size > 0 && _queue.Count < Capacity)     // beyond that, space is given up rather than memory
            _queue.Enqueue((extent, checkpoint, time.GetTimestamp()));
    }

    /// <summary>Hands over what has become free.</summary>
    public void Release(long completedCheckpoint, FreeSpace free)
    {
        while (_queue.TryPeek(out var next) && next.Checkpoint <= completedCheckpoint && time.GetElapsedTime(next.Since) >= delay)
        {
            free.Add(next.Extent);
            _queue.Dequeue();
        }
    }
}
