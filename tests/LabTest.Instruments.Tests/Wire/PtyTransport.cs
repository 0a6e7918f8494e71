using LabTest.Instruments.Transports;

namespace LabTest.Instruments.Tests.Wire;

/// <summary>A serial port as a transport: opening it again leaves what the instrument still has to say.</summary>
internal sealed class PtyTransport(string device) : IInstrumentTransport
{
    private const int Slice = 5;

    private int _end = -1;
    private long _taken;

    public string Address => $"ASRL{device}::INSTR";

    public bool StartsAfresh => false;

    /// <summary>How many bytes have come to this end of the port, those that were not read yet included.</summary>
    public long Arrived => Interlocked.Read(ref _taken) + (_end < 0 ? 0 : Pty.Waiting(_end));

    public ValueTask Open(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Close();
        _end = Pty.Open(device);
        return ValueTask.CompletedTask;
    }

    public int TakeArrived(Span<byte> buffer)
    {
        ThrowIfClosed();
        return Pty.Wait(_end, 0) ? Take(buffer) : 0;
    }

    public ValueTask Write(ReadOnlyMemory<byte> message, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        Pty.Write(_end, message.ToArray());
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> Read(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        return Pty.Wait(_end, 1) ? ValueTask.FromResult(Take(buffer.Span)) : new ValueTask<int>(Task.Run(() => Await(buffer, timeout, cancellationToken), cancellationToken));
    }

    public ValueTask<bool> ClearDevice(TimeSpan timeout, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private int Await(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken)
    {
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Pty.Wait(_end, Slice))
                return Take(buffer.Span);
            if (TimeProvider.System.GetElapsedTime(start) >= timeout)
                throw TransportException.Silent(Address, timeout);
        }
    }

    private int Take(Span<byte> buffer)
    {
        var count = Pty.Read(_end, buffer);
        if (count == 0)
            throw TransportException.Closed(Address);
        Interlocked.Add(ref _taken, count);
        return count;
    }

    private void ThrowIfClosed()
    {
        if (_end < 0)
            throw TransportException.Closed(Address);
    }

    private void Close()
    {
        if (_end >= 0)
            Pty.Close(_end);
        _end = -1;
    }
}
