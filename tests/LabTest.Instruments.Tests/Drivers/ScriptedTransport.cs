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

    /// <summary>How often the connection was made anew.</summary>
    public int Clears { get; private set; }

    public ValueTask Open(TimeSpan timeout, CancellationToken cancellationToken) => ValueTask.CompletedTask;

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
        var count = Math.Min(buffer.Length, _coming.Count);
        for (var i = 0; i < count; i++)
            buffer.Span[i] = _coming.Dequeue();
        return ValueTask.FromResult(count);
    }

    public ValueTask Clear(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Clears++;
        _coming.Clear();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
