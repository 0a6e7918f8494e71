using System.Runtime.ExceptionServices;
using LabTest.Hdf5.Indexes;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Filters;

/// <summary>A chunk on its way through the filters into the file. Whoever comes first runs it: the thread pool, or the thread that waits for it.</summary>
internal sealed class EncodeJob(ChunkEncoder encoder, FilterPipeline pipeline, PooledBytes chunk, long[] place) : IThreadPoolWorkItem, IDisposable
{
    private readonly ManualResetEventSlim _done = new();
    private int _claimed;
    private ChunkEntry _entry;
    private ExceptionDispatchInfo? _failure;

    /// <summary>The chunk's place in the grid.</summary>
    public long[] Place => place;

    public bool IsDone => _done.IsSet;

    public void Execute() => TryRun();

    /// <summary>Where the chunk is now; runs the job or waits for it.</summary>
    public ChunkEntry Complete()
    {
        if (!TryRun())
            _done.Wait();
        _failure?.Throw();
        return _entry;
    }

    public void Dispose() => _done.Dispose();

    private bool TryRun()
    {
        if (Interlocked.Exchange(ref _claimed, 1) != 0)
            return false;
        try
        {
            _entry = Store(encoder.Sink);
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }

        encoder.Leave();
        _done.Set();
        return true;
    }

    private ChunkEntry Store(FileSink sink)
    {
        var (bytes, mask) = pipeline.Encode(chunk);
        using (bytes)
        {
            var address = sink.AllocateRaw(bytes.Length);
            sink.Write(address, bytes.Span);
            return new ChunkEntry(address, bytes.Length, mask);
        }
    }
}
