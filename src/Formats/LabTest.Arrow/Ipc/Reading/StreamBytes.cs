namespace LabTest.Arrow.Ipc.Reading;

/// <summary>Bytes of a stream that can be sought, copied when read.</summary>
internal sealed class StreamBytes : ByteSource
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;

    public StreamBytes(Stream stream, bool leaveOpen)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead || !stream.CanSeek)
            throw new ArgumentException("An Arrow file is read from a stream that can be read and sought; read others as Arrow streams.", nameof(stream));
        _stream = stream;
        _leaveOpen = leaveOpen;
    }

    public override long Length => _stream.Length;

    public override ReadOnlyMemory<byte> Read(long offset, int length)
    {
        _stream.Position = offset;
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        _stream.ReadExactly(bytes);
        return bytes;
    }

    public override async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long offset, int length, CancellationToken cancellationToken)
    {
        _stream.Position = offset;
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        await _stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }

    public override void Dispose()
    {
        if (!_leaveOpen)
            _stream.Dispose();
    }
}
