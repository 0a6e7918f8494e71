using System.Net;
using System.Net.Sockets;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Tests.Serving;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.BadInput;

/// <summary>What goes wrong on the wire gives one message that says what, where and what to do, and the outputs are off at the end.</summary>
public sealed class WireFaultTests
{
    [Fact]
    public async Task A_refused_connection()
    {
        await using var bench = await Started();
        var port = ClosedPort();
        var open = async () => await TestBench.Open(Remote(bench, $"TCPIP0::127.0.0.1::{port}::SOCKET"));

        var refused = (await open.Should().ThrowAsync<TransportException>()).Which;

        refused.Message.Should().Be($"dmm: No connection to TCPIP0::127.0.0.1::{port}::SOCKET: Connection refused. Is the instrument on, its socket interface enabled, and the address right?");
        refused.Failure.Should().Be(TransportFailure.Refused);
        await OutputsAreOff(bench);
    }

    [Fact]
    public async Task A_connection_that_nobody_takes()
    {
        await using var bench = await Started();
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        deaf.Listen(0);
        using var first = await Queued(deaf);
        var address = $"TCPIP0::127.0.0.1::{((IPEndPoint)deaf.LocalEndPoint!).Port}::SOCKET";
        var open = async () => await TestBench.Open(Remote(bench, address));

        var late = (await open.Should().ThrowAsync<TransportException>()).Which;

        late.Message.Should().Be($"dmm: No connection to {address} within 2 s. Is the instrument on, and is the address right?");
        late.Failure.Should().Be(TransportFailure.Timeout);
        await OutputsAreOff(bench);
    }

    [Fact]
    public async Task Another_instrument_at_the_address()
    {
        await using var bench = await Started();
        var open = async () => await TestBench.Open(Remote(bench, bench.AddressOf("psu").Text));

        (await open.Should().ThrowAsync<InstrumentException>()).WithMessage(
            $"dmm ({bench.AddressOf("psu")}): 'Keysight Technologies,EDU36311A,SIM0001,1.0.0' answers, which is not keysight/34461a ('^Keysight Technologies,(?<model>3446[[]015]A),(?<serial>[[]^,]+),(?<firmware>.+)$'). Is the address right, and the profile?"
                .Replace("[[]", "[", StringComparison.Ordinal));
        await OutputsAreOff(bench);
    }

    [Fact]
    public async Task A_dropped_connection()
    {
        await using var bench = await Started(psu: "drops_connection");
        await using var station = await Opened(bench);
        await station.Read("psu.vdd.voltage_measured");
        await station.Read("psu.vdd.voltage_measured");
        var read = async () => await station.Read("psu.vdd.voltage_measured");

        (await read.Should().ThrowAsync<TransportException>()).Which.Should().BeEquivalentTo(new
        {
            Failure = TransportFailure.Closed,
            Message = $"psu, after 'MEAS? (@1)': {bench.AddressOf("psu")} closed the connection. Was the instrument switched off, or is another program connected to it?",
        });
        (await station.Close()).Failures.Should().BeEmpty();
        await OutputsAreOff(bench);
    }

    [Fact]
    public async Task A_silent_instrument()
    {
        await using var bench = await Started(dmm: "silent");
        await using var station = await Opened(bench);
        var read = async () => await station.Read("dmm.reading");

        (await read.Should().ThrowAsync<TransportException>()).Which.Should().BeEquivalentTo(new
        {
            Failure = TransportFailure.Timeout,
            Message = $"dmm, after 'READ?': Nothing to hear from {bench.AddressOf("dmm")} within 2 s. Is it still busy (raise 'timeout' in 'link'), or does it end its answers otherwise ('terminator')?",
        });
        (await station.Read("dmm.nplc")).Value.Should().Be(0.02, "the next answer is the next question's");
        (await station.Close()).Failures.Should().BeEmpty();
        await OutputsAreOff(bench);
    }

    [Fact]
    public async Task A_garbled_answer()
    {
        await using var bench = await Started(psu: "garbled_reply");
        await using var station = await Opened(bench);
        await station.Read("psu.vdd.voltage_measured");
        await station.Read("psu.vdd.voltage_measured");
        var read = async () => await station.Read("psu.vdd.voltage_measured");

        (await read.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Be(
            $"psu ({bench.AddressOf("psu")}): the answer '?\\x15~garbled' is not a number (after 'MEAS? (@1)'). "
            + "Was it garbled on the way (the cable, 'terminator' in 'link'), or does the profile fit another instrument?");
        (await station.Close()).Failures.Should().BeEmpty();
        await OutputsAreOff(bench);
    }

    [Fact]
    public async Task A_short_block()
    {
        await using var bench = await Started(scope: "short_block");
        await using var station = await Opened(bench);
        var capture = async () => await station.Capture("scope.ch1.trace");

        (await capture.Should().ThrowAsync<TransportException>()).Which.Message.Should().Be(
            $"scope, after ':WAV:DATA?': The block from {bench.AddressOf("scope")} ends after 998 of 2000 bytes. Was the transfer cut off? Take it again, with fewer points or a longer 'timeout' in 'link'.");
        (await station.Capture("scope.ch1.trace")).Samples.Length.Should().Be(1000);
        (await station.Close()).Failures.Should().BeEmpty();
        await OutputsAreOff(bench);
    }

    [Fact]
    public async Task An_error_of_the_instrument()
    {
        await using var bench = await Started();
        await using var station = await Opened(bench);
        await station.Find("psu").UncheckedWrite("VOLT 99,(@1)");
        var set = async () => await station.Set("psu.vdd.current", 0.2.Amperes());

        (await set.Should().ThrowAsync<InstrumentException>()).Which.Should().BeEquivalentTo(new
        {
            Alias = "psu",
            ScpiCode = -222,
            Command = "CURR 0.2,(@1)",
            Message = $"psu ({bench.AddressOf("psu")}): the instrument reports -222,\"Data out of range\" (after 'CURR 0.2,(@1)'). That command or one before it was not done; the instrument's manual says what the code means.",
        });
        (await station.Close()).Failures.Should().BeEmpty();
        await OutputsAreOff(bench);
    }

    private static async Task<ServedBench> Started(string? psu = null, string? dmm = null, string? scope = null)
    {
        static string Sim(string? fault) => fault is null ? "" : $", sim: {{ faults: [{fault}] }}";
        var bench = ServedBench.Start($$"""
            labtest: station/1
            name: faulty
            instruments:
              psu: { profile: keysight/edu36311a, channels: { vdd: 1 }, link: { timeout: 2 s }{{Sim(psu)}} }
              dmm: { profile: keysight/34461a, link: { timeout: 2 s }, set: { nplc: 0.02 }{{Sim(dmm)}} }
              scope: { profile: keysight/dsox1204g, link: { timeout: 2 s }{{Sim(scope)}} }
            """);
        using var before = await bench.Connect("psu");
        (await before.Query("OUTP ON,(@1:3);*OPC?")).Should().Be("1");
        return bench;
    }

    private static async Task<OpenedStation> Opened(ServedBench bench)
    {
        var station = await TestBench.Open(Remote(bench));
        await station.Set("psu.vdd.output", true);
        return station;
    }

    private static StationModel Remote(ServedBench bench, string? dmm = null)
    {
        using var folder = new TemporaryFolder();
        bench.Server.WriteStation(folder["sim.yaml"]);
        if (dmm is not null)
            File.WriteAllText(folder["sim.yaml"], File.ReadAllText(folder["sim.yaml"]).Replace(bench.AddressOf("dmm").Text, dmm, StringComparison.Ordinal));
        return StationLoader.Load(folder["sim.yaml"], new StationLoadOptions { ProfileFolders = [TestBench.Instruments] });
    }

    private static async Task OutputsAreOff(ServedBench bench)
    {
        using var third = await bench.Connect("psu");
        (await third.Query("OUTP? (@1:3)")).Should().Be("0,0,0");
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Fills the queue of those that wait to be taken, so that the next one waits without end.
    private static async Task<IDisposable> Queued(Socket listener)
    {
        var sockets = new List<Socket>();
        for (var i = 0; i < 8; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(socket);
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            try
            {
                await socket.ConnectAsync(listener.LocalEndPoint!, patience.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return new Bundle(sockets);
    }

    private sealed class Bundle(List<Socket> sockets) : IDisposable
    {
        public void Dispose() => sockets.ForEach(s => s.Dispose());
    }
}
