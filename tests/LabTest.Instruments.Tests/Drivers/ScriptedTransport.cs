using System.Text;
using LabTest.Instruments.Transports;

namespace LabTest.Instruments.Tests.Drivers;

/// <summary>A wire whose other end answers as a test says, and that keeps what was sent.</summary>
/// <param name="answer">The answer to a message, both without the end of the line; null for none.</param>
internal sealed class ScriptedTransport(Func<string, string?> answer) : IInstrumentTransport
{
    private readonly Queue<byte> _coming = new();

    public string Address => "WIRE";

    public List<string> Sent { get; } = [];

    /// <summary>How often a connection was made.</summary>
    public int Connections { get; private set; }

    public bool StartsAfresh => true;

    public ValueTask Open(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Connections++;
        _coming.Clear();
        return ValueTask.CompletedTask;
    }

    public int TakeArrived(Span<byte> buffer) => Take(buffer);

    public ValueTask Write(ReadOnlyMemory<byte> message, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var text = Encoding.Latin1.GetString(message.Span)[..^1];
        Sent.Add(text);
        if (answer(text) is { } given)
            Array.ForEach(Encoding.Latin1.GetBytes(given + "\n"), _coming.Enqueue);
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> Read(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (_coming.Count == 0)
            throw TransportException.Silent(Address, timeout);
        return ValueTask.FromResult(Take(buffer.Span));
    }

    public ValueTask<bool> ClearDevice(TimeSpan timeout, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _coming.Count);
        for (var i = 0; i < count; i++)
            buffer[i] = _coming.Dequeue();
        return count;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
