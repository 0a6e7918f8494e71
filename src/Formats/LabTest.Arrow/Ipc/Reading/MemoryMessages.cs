using LabTest.Arrow.Ipc.Metadata;

namespace LabTest.Arrow.Ipc.Reading;

/// <summary>The messages of a stream that lies in memory, not copied.</summary>
internal sealed class MemoryMessages(ByteSource source) : MessageSource
{
    public override long TornBytes => End == ArrowStreamEnd.InsideMessage ? source.Length - Position : 0;

    public override IpcMessage? Read()
    {
        if (End == ArrowStreamEnd.Marker)
            return null;

        var left = source.Length - Position;
        if (left < Framing.PrefixSize)
            return left >= sizeof(uint) && source.Read(Position, sizeof(uint)).Span.IndexOfAnyExcept((byte)0) < 0
                ? Ended(ArrowStreamEnd.Marker)
                : Ended(left == 0 ? ArrowStreamEnd.BetweenMessages : ArrowStreamEnd.InsideMessage);

        var metadataLength = Framing.ReadPrefix(source.Read(Position, Framing.PrefixSize).Span, Position);
        if (metadataLength == 0)
            return Ended(ArrowStreamEnd.Marker);
        if (left - Framing.PrefixSize < metadataLength)
            return Ended(ArrowStreamEnd.InsideMessage);

        var metadata = source.Read(Position + Framing.PrefixSize, metadataLength);
        var bodyLength = Framing.BodyLength(MessageHeader.Read(metadata.Span).BodyLength);
        if (left - Framing.PrefixSize - metadataLength < bodyLength)
            return Ended(ArrowStreamEnd.InsideMessage);

        var body = source.Read(Position + Framing.PrefixSize + metadataLength, bodyLength);
        Position += (long)Framing.PrefixSize + metadataLength + bodyLength;
        End = ArrowStreamEnd.NotReached;
        return new IpcMessage(metadata, body);
    }

    public override ValueTask<IpcMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read());
    }

    public override void Dispose() => source.Dispose();

    private IpcMessage? Ended(ArrowStreamEnd end)
    {
        End = end;
        return null;
    }
}
