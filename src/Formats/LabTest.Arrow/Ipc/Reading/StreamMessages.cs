using LabTest.Arrow.Ipc.Metadata;

namespace LabTest.Arrow.Ipc.Reading;

/// <summary>
/// The messages of a stream. What has come of a message is kept, so that reading can go on when more comes: the stream may be a
/// file that grows or a connection that pauses.
/// </summary>
internal sealed class StreamMessages : MessageSource
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly MessagePart _prefix = new();
    private readonly MessagePart _metadata = new();
    private readonly MessagePart _body = new();
    private MessagePart _current;

    public StreamMessages(Stream stream, bool leaveOpen)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        _stream = stream;
        _leaveOpen = leaveOpen;
        _current = _prefix;
        _prefix.Begin(Framing.PrefixSize);
    }

    /// <summary>Where the next bytes go. Room is made at once for those that are known to be there; what the stream claims is not believed.</summary>
    private Memory<byte> Room => _current.Room(_current.NeedsMuch && _stream.CanSeek ? Math.Max(_stream.Length - _stream.Position, 0) : 0);

    public override long TornBytes => (long)_prefix.Filled + _metadata.Filled + _body.Filled;

    public override IpcMessage? Read()
    {
        while (Continue())
        {
            if (_current.IsFull)
                return Complete();
            if (!Took(_stream.Read(Room.Span)))
                break;
        }

        return null;
    }

    public override async ValueTask<IpcMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        while (Continue())
        {
            if (_current.IsFull)
                return Complete();
            if (!Took(await _stream.ReadAsync(Room, cancellationToken).ConfigureAwait(false)))
                break;
        }

        return null;
    }

    public override void Dispose()
    {
        if (!_leaveOpen)
            _stream.Dispose();
    }

    /// <summary>Goes from a prefix or metadata that is there to the part behind it; false once the end-of-stream marker is there.</summary>
    private bool Continue()
    {
        if (End == ArrowStreamEnd.Marker)
            return false;

        if (_current == _prefix && IsMarker())
        {
            End = ArrowStreamEnd.Marker;
            _prefix.Begin(Framing.PrefixSize);
            return false;
        }

        if (_current == _prefix && _prefix.IsFull)
            Expect(_metadata, Framing.ReadPrefix(_prefix.Bytes.Span, Position));
        else if (_current == _metadata && _metadata.IsFull)
            Expect(_body, Framing.BodyLength(MessageHeader.Read(_metadata.Bytes.Span).BodyLength));
        return true;
    }

    private void Expect(MessagePart part, int length)
    {
        part.Begin(length);
        _current = part;
    }

    private bool IsMarker()
    {
        var bytes = _prefix.Bytes.Span;
        return (bytes.Length >= sizeof(uint) && bytes[..sizeof(uint)].IndexOfAnyExcept((byte)0) < 0)
            || (_prefix.IsFull && Framing.ReadPrefix(bytes, Position) == 0);
    }

    private bool Took(int count)
    {
        _current.Took(count);
        if (count == 0)
            End = TornBytes == 0 ? ArrowStreamEnd.BetweenMessages : ArrowStreamEnd.InsideMessage;
        return count > 0;
    }

    private IpcMessage? Complete()
    {
        var message = new IpcMessage(_metadata.Bytes, _body.HandOver());
        Position += (long)Framing.PrefixSize + message.Metadata.Length + message.Body.Length;
        End = ArrowStreamEnd.NotReached;
        _metadata.Begin(0);
        Expect(_prefix, Framing.PrefixSize);
        return message;
    }
}
