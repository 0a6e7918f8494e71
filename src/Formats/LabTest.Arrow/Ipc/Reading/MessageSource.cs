namespace LabTest.Arrow.Ipc.Reading;

/// <summary>The messages of a stream in order. After the end they can be asked for again, in case the stream has grown.</summary>
internal abstract class MessageSource : IDisposable
{
    /// <summary>What the last read found.</summary>
    public ArrowStreamEnd End { get; protected set; }

    /// <summary>How many bytes the whole messages so far take, without an end-of-stream marker.</summary>
    public long Position { get; protected set; }

    /// <summary>How many bytes of an unfinished message follow them.</summary>
    public abstract long TornBytes { get; }

    /// <summary>The next message, or <see langword="null"/> and the reason in <see cref="End"/>.</summary>
    public abstract IpcMessage? Read();

    /// <summary>The next message, or <see langword="null"/> and the reason in <see cref="End"/>.</summary>
    public abstract ValueTask<IpcMessage?> ReadAsync(CancellationToken cancellationToken);

    public abstract void Dispose();
}
