using System.Net;
using System.Net.Sockets;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Simulation.Serving;

namespace LabTest.Instruments.Tests.Serving;

public sealed class SimulatorServerTests
{
    [Fact]
    public async Task Names_each_instrument_with_its_profile_and_address()
    {
        await using var bench = ServedBench.Start();

        bench.Server.Instruments.Select(i => (i.Alias, i.Profile)).Should().Equal(("psu", "keysight/edu36311a"), ("dmm", "keysight/34461a"), ("scope", "keysight/dsox1204g"));
        bench.Server.Instruments.Should().AllSatisfy(i => i.Address.Text.Should().MatchRegex(@"^TCPIP0::127\.0\.0\.1::\d+::SOCKET$"));
    }

    [Fact]
    public async Task Gives_the_instruments_the_ports_from_the_base_on_and_frees_them_when_it_stops()
    {
        var first = FreePorts(3);
        for (var i = 0; i < 2; i++)
        {
            await using var server = SimulatorServer.Start(TestBench.Station(ServedBench.Text), new SimulatorServerOptions { PortBase = first });
            server.Instruments.Select(s => s.Address.Port).Should().Equal(first, first + 1, first + 2);
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, first);
        }
    }

    [Fact]
    public void Says_which_port_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var start = () => SimulatorServer.Start(TestBench.Station(ServedBench.Text), new SimulatorServerOptions { PortBase = port });

        start.Should().Throw<SimulationException>().WithMessage($"Port {port} cannot be opened for 'psu': *. Is another simulator running? Stop it, or choose other ports with --port-base.");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65534)]
    [InlineData(70000)]
    public void Refuses_ports_that_there_are_not(int portBase)
    {
        var start = () => SimulatorServer.Start(TestBench.Station(ServedBench.Text), new SimulatorServerOptions { PortBase = portBase });

        start.Should().Throw<SimulationException>().WithMessage($"3 instruments do not fit from port {portBase} on; give a port base (--port-base) from 1 to 65533, or 0 for any that are free.");
    }

    [Fact]
    public async Task Several_clients_talk_to_one_instrument_and_see_its_one_state()
    {
        await using var bench = ServedBench.Start();
        using var first = await bench.Connect("psu");
        using var second = await bench.Connect("psu");

        await first.Send("VOLT 1.25,(@2)\n");
        (await first.Query("*OPC?")).Should().Be("1");

        (await second.Query("SOURce:VOLTage? (@2)")).Should().Be("1.25");
    }

    [Fact]
    public async Task Answers_each_client_its_own_questions_in_their_order()
    {
        await using var bench = ServedBench.Start();
        var clients = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bench.Connect("psu")));

        await Task.WhenAll(clients.Select(async (client, index) =>
        {
            for (var i = 0; i < 50; i++)
            {
                await client.Send($"*ESE {index}\nVOLT:PROT? (@1);:CURR? MAX,(@{index % 3 + 1})\n");
                (await client.ReadLine()).Should().Be(index % 3 == 0 ? "6.6;5.15" : "6.6;1.03");
            }
        }));

        foreach (var client in clients)
            client.Dispose();
    }

    [Theory]
    [InlineData("*IDN?\r\n")]
    [InlineData("  *idn?\t\n")]
    [InlineData("\n\n*IDN?\n")]
    public async Task Takes_line_ends_as_clients_send_them(string message)
    {
        await using var bench = ServedBench.Start();
        using var client = await bench.Connect("dmm");

        await client.Send(message);

        (await client.ReadLine()).Should().Be("Keysight Technologies,34461A,SIM0001,1.0.0");
    }

    [Fact]
    public async Task Takes_messages_in_any_pieces()
    {
        await using var bench = ServedBench.Start();
        using var client = await bench.Connect("dmm");
        client.Socket.NoDelay = true;

        foreach (var piece in (string[])["*I", "DN", "?", "\nSYST:E", "RR?\n*OP", "C?\n"])
            await client.Send(piece);

        (await client.ReadLine()).Should().StartWith("Keysight");
        (await client.ReadLine()).Should().Be("0,\"No error\"");
        (await client.ReadLine()).Should().Be("1");
    }

    [Fact]
    public async Task Garbage_is_an_error_in_the_queue_and_no_more()
    {
        await using var bench = ServedBench.Start();
        using var client = await bench.Connect("psu");
        var random = new Random(5);

        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(1, 300)];
            random.NextBytes(bytes);
            await client.Socket.SendAsync(bytes);
        }

        await client.Send("\n*CLS\nNONSENSE\n");
        string? line;
        do
        {
            line = await client.Query("SYST:ERR?");
        }
        while (line?.StartsWith("-113,", StringComparison.Ordinal) != true);
        using var other = await bench.Connect("psu");
        (await other.Query("*IDN?")).Should().StartWith("Keysight Technologies,EDU36311A");
    }

    [Fact]
    public async Task A_line_without_end_is_dropped_with_an_error()
    {
        await using var bench = ServedBench.Start();
        using var client = await bench.Connect("psu");

        for (var i = 0; i < 64; i++)
            await client.Send(new string('A', 64 * 1024));
        await client.Send("\n");

        (await client.Query("SYST:ERR?")).Should().Be("-363,\"Input buffer overrun\"");
        (await client.Query("SYST:ERR?")).Should().Be("0,\"No error\"");
    }

    [Fact]
    public async Task A_client_that_vanishes_in_the_middle_of_an_answer_leaves_the_others_alone()
    {
        await using var bench = ServedBench.Start();
        using var other = await bench.Connect("scope");
        for (var i = 0; i < 10; i++)
        {
            using var client = await bench.Connect("scope");
            client.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
            await client.Send(":WAV:POIN 10000\n:WAV:DATA?\n:WAV:DATA?\n:WAV:DATA?\n*IDN");
        }

        (await other.Query("*IDN?")).Should().StartWith("KEYSIGHT");
    }

    [Fact]
    public async Task A_fault_of_the_station_closes_the_connection_and_a_new_one_is_answered()
    {
        await using var bench = ServedBench.Start(ServedBench.Text.Replace("channels: { vdd: 1 }", "channels: { vdd: 1 }\n    sim: { faults: [drops_connection] }", StringComparison.Ordinal));
        using var client = await bench.Connect("psu");

        (await client.Query("MEAS? (@1)")).Should().NotBeNull();
        (await client.Query("MEAS? (@1)")).Should().NotBeNull();
        (await client.Query("MEAS? (@1)")).Should().BeNull();

        using var again = await bench.Connect("psu");
        (await again.Query("MEAS? (@1)")).Should().NotBeNull();
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled_and_closes_what_is_connected()
    {
        await using var bench = ServedBench.Start();
        using var client = await bench.Connect("psu");
        (await client.Query("*OPC?")).Should().Be("1");
        using var stop = new CancellationTokenSource();
        var running = bench.Server.Run(stop.Token);

        await stop.CancelAsync();

        await running.WaitAsync(TimeSpan.FromMinutes(2));
        (await client.ReadLine()).Should().BeNull();
    }

    private static int FreePorts(int count)
    {
        for (var first = 20000 + Environment.ProcessId % 1000 * 20; ; first += count)
        {
            try
            {
                for (var i = 0; i < count; i++)
                {
                    using var probe = new TcpListener(IPAddress.Loopback, first + i);
                    probe.Start();
                }

                return first;
            }
            catch (SocketException)
            {
                // Someone else's.
            }
        }
    }
}
