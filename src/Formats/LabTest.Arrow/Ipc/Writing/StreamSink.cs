using System.Buffers;

namespace LabTest.Arrow.Ipc.Writing;

/// <summary>Gathers a batch and what goes before it, and gives them to a stream in one write. The memory is kept.</summary>
internal sealed class StreamSink : MessageSink
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly MessageBuffer _buffer = new();
    private bool _isTorn;

    public StreamSink(Stream stream, bool leaveOpen)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
            throw new ArgumentException("The stream cannot be written.", nameof(stream));
        _stream = stream;
        _leaveOpen = leaveOpen;
    }

    public override IBufferWriter<byte> Output => _buffer;

    public override bool IsTorn => _isTorn;

    public override void Flush()
    {
        _isTorn = true;
        _stream.Write(_buffer.Written.Span);
        _stream.Flush();
        _buffer.Clear();
        _isTorn = false;
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        _isTorn = true;
        await _stream.WriteAsync(_buffer.Written, cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        _buffer.Clear();
        _isTorn = false;
    }

    public override void Dispose()
    {
        if (!_leaveOpen)
            _stream.Dispose();
    }
}
