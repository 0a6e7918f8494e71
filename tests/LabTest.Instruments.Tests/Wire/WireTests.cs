using System.Net;
using System.Net.Sockets;
using System.Text;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Tests.Support;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Wire;

/// <summary>Connections, deadlines and blocks over a real socket, to an instrument whose answers a test gives piece by piece.</summary>
public sealed class WireTests
{
    private const string Profile = """
        idn: '^TEST,(?<model>wire),(?<serial>[^,]+),(?<firmware>.+)$'
        link: { timeout: 1 s }
        parameters:
          v: { scpi: "V", unit: V, range: [0, 10] }
          on: { scpi: "ON", type: bool }
          text: { get: "TEXT?", type: text }
          trace:
            get: "DATA?"
            block: { sample: uint8, order: little BLOCK }
            x: { unit: s, value: "i" }
            y: { unit: V, value: "raw" }
        """;

    [Theory]
    [InlineData("#15\u0001\u0002\u0003\u0004\u0005\n")]
    [InlineData("#15\u0001\u0002\u0003\u0004\u0005")]
    [InlineData("#15\u0001\u0002\u0003\u0004\u0005\r\n")]
    [InlineData("#9000000005\u0001\u0002\u0003\u0004\u0005\n")]
    [InlineData("#(5)\u0001\u0002\u0003\u0004\u0005\n")]
    [InlineData(":WAV:DATA #15\u0001\u0002\u0003\u0004\u0005\n")]
    [InlineData("CURVE #15\u0001\u0002\u0003\u0004\u0005\n", 1)]
    [InlineData("#15\u0001\u0002\u0003\u0004\u0005\n", 1)]
    [InlineData("#(5)\u0001\u0002\u0003\u0004\u0005", 1)]
    [InlineData("#0\u0001\u0002\u0003\u0004\u0005\n", 1, ", points: 5")]
    [InlineData("#0\u0001\u0002\u0003\u0004\u0005", 2, ", points: 5")]
    public async Task A_block_of_any_form_is_taken(string block, int piece = 1000, string keys = "")
    {
        await using var wire = new Peer();
        wire.Answers["DATA?"] = () => Cut(Encoding.Latin1.GetBytes(block), piece);
        wire.Answers["TEXT?"] = () => ["hello\n"u8.ToArray()];
        await using var station = await Opened(wire, keys);

        for (var i = 0; i < 2; i++)
        {
            (await station.Capture("it.trace")).Samples.ToArray().Should().Equal(1, 2, 3, 4, 5);
            (await station.ReadText("it.text")).Should().Be("hello");
        }

        wire.Connections.Should().Be(1);
        wire.Received.Count(c => c == "*IDN?").Should().Be(1, "the link was never out of step");
    }

    [Theory]
    [InlineData("#9999999999", "the block claims to hold 999999999 bytes; 100 were announced", ", points: 100")]
    [InlineData("#3101", "the block claims to hold 101 bytes; at most 100 are taken", ", at_most: 100 B")]
    [InlineData("#(9999999999)", "the block claims to hold 9999999999 bytes; at most 1073741824 are taken", "")]
    public async Task A_block_that_is_too_long_is_refused_before_memory_is_taken(string start, string message, string keys)
    {
        await using var wire = new Peer();
        wire.Answers["DATA?"] = () => [Encoding.Latin1.GetBytes(start)];
        wire.Answers["TEXT?"] = () => ["hello\n"u8.ToArray()];
        await using var station = await Opened(wire, keys);
        var capture = async () => await station.Capture("it.trace");
        var before = GC.GetTotalAllocatedBytes(precise: true);

        (await capture.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Contain(message);

        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(50_000_000);
        (await station.ReadText("it.text")).Should().Be("hello");
    }

    [Fact]
    public async Task A_text_has_one_deadline_however_its_bytes_trickle()
    {
        await using var wire = new Peer { Pause = TimeSpan.FromMilliseconds(200) };
        wire.Answers["TEXT?"] = () => Cut(new byte[1000].Select(_ => (byte)'x').ToArray(), 1);
        await using var station = await Opened(wire);
        var read = async () => await station.ReadText("it.text");

        (await read.Should().ThrowAsync<TransportException>()).Which.Message.Should().Contain("did not end within 1 s").And.Contain("'xx");
    }

    [Theory]
    [InlineData("3", "TEST,wire,1,1", "it.v is 3 V, and this run had set it to 5 V")]
    [InlineData("5", "TEST,wire,2,1", "'TEST,wire,2,1' answers, and 'TEST,wire,1,1' did before")]
    public async Task After_a_new_connection_an_instrument_that_is_not_as_it_was_left_is_faulted(string voltage, string identity, string why)
    {
        await using var wire = new Peer();
        wire.Answers["V?"] = () => [Encoding.Latin1.GetBytes(voltage + "\n")];
        wire.Answers["TEXT?"] = () => ["hello\n"u8.ToArray()];
        await using var station = await Opened(wire);
        await station.Set("it.v", 5.Volts());
        await wire.Until(() => wire.Received.Contains("V 5"));
        wire.Identity = identity;
        wire.Drop();
        var read = async () => await station.ReadText("it.text");
        var set = async () => await station.Set("it.v", 6.Volts());

        (await read.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Contain(why);
        (await set.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Contain("faulted").And.Contain(why);
        wire.Received.Should().NotContain("V 6");
        wire.Connections.Should().Be(2);
    }

    [Fact]
    public async Task After_a_new_connection_an_instrument_that_is_as_it_was_left_is_used_on()
    {
        await using var wire = new Peer();
        wire.Answers["V?"] = () => ["5.001\n"u8.ToArray()];
        wire.Answers["ON?"] = () => ["1\n"u8.ToArray()];
        await using var station = await Opened(wire);
        await station.Set("it.v", 5.Volts());
        await station.Set("it.on", true);
        await wire.Until(() => wire.Received.Contains("ON 1"));
        wire.Drop();

        await station.Set("it.v", 6.Volts());
        await wire.Until(() => wire.Received.Contains("V 6"));
        wire.Received.Should().Equal("*IDN?", "*CLS", "V 5", "ON 1", "*IDN?", "*CLS", "V?", "ON?", "V 6");
    }

    [Theory]
    [InlineData("128\n", true)]
    [InlineData("0\n", false)]
    [InlineData("", false)]
    public async Task After_a_new_connection_what_happened_is_recorded_before_the_opening_wipes_it_away(string status, bool wasOff)
    {
        var noted = new NotedWarnings();
        Queue<string> entries = new();
        await using var wire = new Peer();
        wire.Answers["TEXT?"] = () => ["hello\n"u8.ToArray()];
        wire.Answers["*ESR?"] = () => [Encoding.Latin1.GetBytes(status)];
        wire.Answers["SYST:ERR?"] = () => [Encoding.Latin1.GetBytes((entries.TryDequeue(out var entry) ? entry : "0,\"No error\"") + "\n")];
        await using var station = await Opened(wire, profile: "errors: { check: never }\n", noted: noted);
        await station.ReadText("it.text");
        entries.Enqueue("-313,\"Calibration memory lost\"");
        wire.Drop();

        (await station.ReadText("it.text")).Should().Be("hello");
        wire.Drop();
        (await station.ReadText("it.text")).Should().Be("hello");

        noted.Warnings.Where(static w => w.Contains("-313")).Should().Equal("the instrument reports -313,\"Calibration memory lost\" (found after a new connection)");
        noted.Warnings.Contains("it was switched on since its status was last cleared (*ESR? is 128)").Should().Be(wasOff);
        wire.Received.Count(static c => c == "*ESR?").Should().Be(status.Length == 0 ? 1 : 2, "one that does not know it is not asked again");
        wire.Received.Where(static c => c is "SYST:ERR?" or "*CLS").Should().Equal("*CLS", "SYST:ERR?", "SYST:ERR?", "*CLS", "SYST:ERR?", "*CLS");
    }

    private static IEnumerable<byte[]> Cut(byte[] bytes, int length) => bytes.Chunk(length);

    private static async Task<OpenedStation> Opened(Peer wire, string keys = "", string profile = "", NotedWarnings? noted = null)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["it.yaml"], TestBench.ProfileHead + profile + Profile.Replace(" BLOCK", keys, StringComparison.Ordinal));
        await File.WriteAllTextAsync(folder["station.yaml"], $"labtest: station/1\nname: wire\nsimulate: false\ninstruments:\n  it: {{ profile: it.yaml, address: \"TCPIP0::127.0.0.1::{wire.Port}::SOCKET\" }}\n");
        return await OpenedStation.Open(StationLoader.Load(folder["station.yaml"], new StationLoadOptions()), new OpenOptions { Observer = noted ?? new NotedWarnings() }, TestContext.Current.CancellationToken);
    }

    // Answers in pieces, with a pause between them.
    private sealed class Peer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<string> _received = [];
        private readonly Task _serving;
        private volatile TcpClient? _client;

        public Peer()
        {
            _listener.Start();
            _serving = Serve();
        }

        public Dictionary<string, Func<IEnumerable<byte[]>>> Answers { get; } = new(StringComparer.Ordinal);

        public string Identity { get; set; } = "TEST,wire,1,1";

        public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(1);

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public int Connections { get; private set; }

        public IReadOnlyList<string> Received
        {
            get
            {
                lock (_received)
                    return [.. _received];
            }
        }

        public void Drop() => _client!.Close();

        public async Task Until(Func<bool> holds)
        {
            for (var start = TimeProvider.System.GetTimestamp(); !holds(); await Task.Delay(5))
                TimeProvider.System.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromSeconds(60), "it comes at some time");
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            _client?.Close();
            await _serving;
        }

        private async Task Serve()
        {
            try
            {
                while (true)
                {
                    _client = await _listener.AcceptTcpClientAsync();
                    _client.NoDelay = true;
                    Connections++;
                    await Serve(_client.GetStream());
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The test is over.
            }
        }

        private async Task Serve(NetworkStream stream)
        {
            try
            {
                using var reader = new StreamReader(stream, Encoding.Latin1);
                while (await reader.ReadLineAsync() is { } command)
                {
                    lock (_received)
                        _received.Add(command);
                    var pieces = command == "*IDN?" ? [Encoding.Latin1.GetBytes(Identity + "\n")] : Answers.GetValueOrDefault(command)?.Invoke() ?? [];
                    foreach (var piece in pieces)
                    {
                        await stream.WriteAsync(piece);
                        await Task.Delay(Pause);
                    }
                }
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // The connection is closed.
            }
        }
    }
}
