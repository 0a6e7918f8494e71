using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Indexes;

namespace LabTest.Hdf5.Datasets;

/// <summary>The chunks of a dataset that are on their way through the filters; they enter the index in their order.</summary>
internal sealed class PendingChunks(ChunkEncoder encoder, FilterPipeline pipeline, ChunkIndex index)
{
    private readonly Queue<EncodeJob> _jobs = new();

    public bool IsEmpty => _jobs.Count == 0;

    /// <summary>Takes a chunk over.</summary>
    /// <exception cref="Hdf5Exception">The index cannot hold it.</exception>
    public void Add(PooledBytes chunk, ReadOnlySpan<long> place)
    {
        index.Check(place);
        _jobs.Enqueue(encoder.Start(pipeline, chunk, place.ToArray()));
        while (_jobs.TryPeek(out var next) && next.IsDone)
            Finish();
    }

    /// <summary>Returns when all are in the index.</summary>
    public void Drain()
    {
        while (_jobs.Count > 0)
            Finish();
    }

    private void Finish()
    {
        using var job = _jobs.Dequeue();
        index.Set(job.Place, job.Complete());
    }
}
