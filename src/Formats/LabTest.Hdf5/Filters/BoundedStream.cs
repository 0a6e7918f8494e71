namespace LabTest.Hdf5.Filters;

/// <summary>Collects what is written, up to a limit; what goes beyond it is dropped.</summary>
internal sealed class BoundedStream(PooledBytes target, int limit) : Stream
{
    /// <summary>Whether more was written than the limit allows.</summary>
    public bool IsFull { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => target.Length;

    public override long Position
    {
        get => target.Length;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (IsFull || buffer.Length > limit - target.Length)
        {
            IsFull = true;
            return;
        }

        buffer.CopyTo(target.Array.AsSpan(target.Length));
        target.Length += buffer.Length;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
