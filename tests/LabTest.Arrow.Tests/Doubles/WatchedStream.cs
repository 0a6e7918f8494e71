namespace LabTest.Arrow.Tests.Doubles;

/// <summary>A stream that counts writes, and fails from one of them on.</summary>
internal sealed class WatchedStream : MemoryStream
{
    public List<int> Writes { get; } = [];

    public int Flushes { get; private set; }

    /// <summary>How many writes succeed.</summary>
    public int Succeeding { get; set; } = int.MaxValue;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Writes.Count == Succeeding)
            throw new IOException("No space left on device");
        Writes.Add(buffer.Length);
        base.Write(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush() => Flushes++;

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        Flushes++;
        return Task.CompletedTask;
    }
}
