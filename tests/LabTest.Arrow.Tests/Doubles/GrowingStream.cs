namespace LabTest.Arrow.Tests.Doubles;

/// <summary>A stream of which only a part is there yet, given out in pieces of any size.</summary>
internal sealed class GrowingStream(byte[] whole, bool canSeek = false) : Stream
{
    private int _position;

    /// <summary>How much is there.</summary>
    public int Available { get; set; }

    /// <summary>The most that one read gives.</summary>
    public int Piece { get; set; } = int.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => false;

    public override long Length => canSeek ? Available : throw new NotSupportedException();

    public override long Position
    {
        get => canSeek ? _position : throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Math.Min(Math.Min(count, Piece), Available - _position);
        whole.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
        _position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
