using System.Text;
using LabTest.Instruments.Tests.Drivers;
using LabTest.Instruments.Transports;

namespace LabTest.Instruments.Tests.Wire;

/// <summary>A peer that would keep a driver busy without end.</summary>
public sealed class EndlessTests
{
    private const int Endless = 100;

    [Fact]
    public async Task A_capture_over_connections_that_never_last_ends_in_an_error()
    {
        var wire = new Fleeting();
        await using var it = ScriptedInstrument.Make(
            """
            identify: none
            parameters:
              trace: { get: "DATA?", prepare: ["MODE RAW"], block: { sample: uint8 }, x: { unit: s, value: "i" }, y: { unit: V, value: "raw" } }
            """,
            _ => null);
        await using var driver = new Instrument(it.Driver.Station, wire, new LabClock(TimeProvider.System), observer: null);
        var capture = async () => await driver.Capture(driver.Model.Parameters["trace"], -1, TestContext.Current.CancellationToken);

        (await capture.Should().ThrowAsync<TransportException>()).Which.Message.Should().Contain("closed");
    }

    // The other side closes after every answer.
    private sealed class Fleeting : IInstrumentTransport
    {
        private readonly Queue<byte> _coming = new();
        private bool _isOpen;
        private int _connections;

        public string Address => "WIRE";

        public bool StartsAfresh => true;

        public ValueTask Open(TimeSpan timeout, CancellationToken cancellationToken)
        {
            if (++_connections > Endless)
                throw new InvalidOperationException("It never gives up.");
            _isOpen = true;
            return ValueTask.CompletedTask;
        }

        public int TakeArrived(Span<byte> buffer) => _isOpen ? 0 : throw TransportException.Closed(Address);

        public ValueTask Write(ReadOnlyMemory<byte> message, TimeSpan timeout, CancellationToken cancellationToken)
        {
            _isOpen = false;
            if (Encoding.Latin1.GetString(message.Span).StartsWith("DATA?", StringComparison.Ordinal))
                Array.ForEach("#12ab\n"u8.ToArray(), _coming.Enqueue);
            return ValueTask.CompletedTask;
        }

        public ValueTask<int> Read(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken)
        {
            var count = Math.Min(buffer.Length, _coming.Count);
            for (var i = 0; i < count; i++)
                buffer.Span[i] = _coming.Dequeue();
            return count > 0 ? ValueTask.FromResult(count) : throw TransportException.Closed(Address);
        }

        public ValueTask<bool> ClearDevice(TimeSpan timeout, CancellationToken cancellationToken) => ValueTask.FromResult(false);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
