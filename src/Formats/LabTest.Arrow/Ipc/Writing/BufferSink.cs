using System.Buffers;

namespace LabTest.Arrow.Ipc.Writing;

/// <summary>A buffer of the caller's, which has what is written at once.</summary>
internal sealed class BufferSink(IBufferWriter<byte> output) : MessageSink
{
    public override IBufferWriter<byte> Output { get; } = output ?? throw new ArgumentNullException(nameof(output));

    public override bool IsTorn => false;

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
    }
}
