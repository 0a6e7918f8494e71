using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Filters;

/// <summary>Filters and stores the chunks of a file on all cores. When enough of them are on their way, the caller does its own.</summary>
internal sealed class ChunkEncoder(FileSink sink, int threads)
{
    private readonly int _mostWaiting = threads > 1 ? 2 * threads : 0;

    private int _waiting;

    public FileSink Sink => sink;

    /// <summary>Takes a chunk over.</summary>
    public EncodeJob Start(FilterPipeline pipeline, PooledBytes chunk, long[] place)
    {
        var job = new EncodeJob(this, pipeline, chunk, place);
        if (Interlocked.Increment(ref _waiting) > _mostWaiting)
            job.Execute();
        else
            ThreadPool.UnsafeQueueUserWorkItem(job, preferLocal: false);
        return job;
    }

    internal void Leave() => Interlocked.Decrement(ref _waiting);
}
