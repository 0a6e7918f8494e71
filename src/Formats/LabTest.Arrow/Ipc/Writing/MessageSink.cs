using System.Buffers;

namespace LabTest.Arrow.Ipc.Writing;

/// <summary>Where messages go.</summary>
internal abstract class MessageSink : IDisposable
{
    public abstract IBufferWriter<byte> Output { get; }

    /// <summary>Whether an earlier batch was handed over in part only.</summary>
    public abstract bool IsTorn { get; }

    /// <summary>Hands over what was written since the last call.</summary>
    public abstract void Flush();

    /// <summary>Hands over what was written since the last call.</summary>
    public abstract Task FlushAsync(CancellationToken cancellationToken);

    public abstract void Dispose();
}
