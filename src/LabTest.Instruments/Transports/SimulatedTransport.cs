using System.Text;
using LabTest.Instruments.Simulation;

namespace LabTest.Instruments.Transports;

/// <summary>The same bytes as on a wire, to a simulated instrument in the same process; what is late is late on the station's clock.</summary>
internal sealed class SimulatedTransport(SimulatedInstrument instrument, LabClock clock) : IInstrumentTransport
{
    private readonly Queue<(ReadOnlyMemory<byte> Bytes, double ReadyAt)> _answers = new();
    private readonly byte[] _end = Encoding.Latin1.GetBytes(instrument.Link.WriteTerminator);
    private ReadOnlyMemory<byte> _rest;
    private bool _isClosed = true;

    public string Address => $"SIM::{instrument.Alias}";

    public bool StartsAfresh => true;

    public ValueTask Open(TimeSpan timeout, CancellationToken cancellationToken)
    {
        _answers.Clear();
        _rest = default;
        _isClosed = false;
        return ValueTask.CompletedTask;
    }

    public int TakeArrived(Span<byte> buffer)
    {
        ThrowIfClosed();
        if (_rest.IsEmpty && (!_answers.TryPeek(out var answer) || answer.ReadyAt > clock.Seconds))
            return 0;
        return Take(buffer);
    }

    public ValueTask Write(ReadOnlyMemory<byte> message, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfClosed();
        var text = message.Span.EndsWith(_end) ? message.Span[..^_end.Length] : message.Span;
        var reply = instrument.Receive(Encoding.Latin1.GetString(text));
        if (reply.Disconnects)
            _isClosed = true;
        else if (!reply.Bytes.IsEmpty)
            _answers.Enqueue((reply.Bytes, clock.Seconds + reply.Delay.TotalSeconds));
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> Read(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfClosed();
        if (!_rest.IsEmpty)
            return ValueTask.FromResult(Take(buffer.Span));
        if (!_answers.TryPeek(out var answer) || answer.ReadyAt - clock.Seconds > timeout.TotalSeconds)
            return TimeOut(timeout, cancellationToken);
        var wait = answer.ReadyAt - clock.Seconds;
        return wait > 0 ? TakeLater(buffer, wait, cancellationToken) : ValueTask.FromResult(Take(buffer.Span));
    }

    public ValueTask<bool> ClearDevice(TimeSpan timeout, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public ValueTask DisposeAsync()
    {
        _isClosed = true;
        return ValueTask.CompletedTask;
    }

    private async ValueTask<int> TakeLater(Memory<byte> buffer, double wait, CancellationToken cancellationToken)
    {
        await clock.Delay(TimeSpan.FromSeconds(wait), cancellationToken).ConfigureAwait(false);
        return Take(buffer.Span);
    }

    private int Take(Span<byte> buffer)
    {
        if (_rest.IsEmpty)
            _rest = _answers.Dequeue().Bytes;
        var taken = Math.Min(buffer.Length, _rest.Length);
        _rest[..taken].Span.CopyTo(buffer);
        _rest = _rest[taken..];
        return taken;
    }

    private async ValueTask<int> TimeOut(TimeSpan timeout, CancellationToken cancellationToken)
    {
        await clock.Delay(timeout, cancellationToken).ConfigureAwait(false);
        throw TransportException.Silent(Address, timeout);
    }

    private void ThrowIfClosed()
    {
        if (_isClosed)
            throw TransportException.Closed(Address);
    }
}
