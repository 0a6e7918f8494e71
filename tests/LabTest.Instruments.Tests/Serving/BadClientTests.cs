using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using LabTest.Instruments.Simulation.Serving;

namespace LabTest.Instruments.Tests.Serving;

/// <summary>Clients that never read, never end a line, or only connect do not keep a good one from its answers.</summary>
public sealed class BadClientTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Clients_that_never_read_do_not_delay_one_that_does()
    {
        var options = new SimulatorServerOptions { Patience = TimeSpan.FromHours(1) };
        await using var bench = ServedBench.Start(TestBench.Station(ServedBench.Text), options);
        var traces = ":WAV:DATA?" + string.Concat(Enumerable.Repeat(";:WAV:DATA?", 4000)) + "\n";
        var bad = new List<(Socket Socket, Task Sending)>();
        try
        {
            for (var i = 0; i < 20; i++)
            {
                var socket = await Connect(bench, "scope");
                await socket.SendAsync(Encoding.Latin1.GetBytes(":WAV:POIN 1000;:WAV:SOUR CHAN1\n"));
                bad.Add((socket, SendForEver(socket, traces)));
            }

            using var good = await bench.Connect("scope");
            for (var i = 0; i < 200; i++)
            {
                await good.Send(FormattableString.Invariant($":CHAN2:SCAL {1 + i % 7};:CHAN2:SCAL?\n"));
                double.Parse((await good.ReadLine())!, CultureInfo.InvariantCulture).Should().Be(1 + i % 7);
            }

            bad.Should().OnlyContain(b => !IsClosed(b.Socket), "they all hold on while the good one is served");
        }
        finally
        {
            bad.ForEach(b => b.Socket.Dispose());
            await Task.WhenAll(bad.Select(b => b.Sending));
        }
    }

    [Fact]
    public async Task A_client_that_leaves_its_answers_unread_is_dropped_and_the_log_says_so()
    {
        var log = new ConcurrentQueue<string>();
        var options = new SimulatorServerOptions { Patience = TimeSpan.FromMilliseconds(200), Log = log.Enqueue };
        await using var bench = ServedBench.Start(TestBench.Station(ServedBench.Text), options);
        using var socket = await Connect(bench, "scope");
        var sending = SendForEver(socket, ":WAV:DATA?" + string.Concat(Enumerable.Repeat(";:WAV:DATA?", 4000)) + "\n");

        await Until(() => !log.IsEmpty);

        log.Should().ContainSingle().Which.Should().MatchRegex("^scope: the client 127\\.0\\.0\\.1:\\d+ was dropped: it left its answers unread for 0\\.2 s$");
        await sending.WaitAsync(Patience);
        using var good = await bench.Connect("scope");
        (await good.Query("*OPC?")).Should().Be("1");
    }

    [Fact]
    public async Task Clients_that_only_connect_do_not_keep_another_out()
    {
        var log = new ConcurrentQueue<string>();
        await using var bench = ServedBench.Start(TestBench.Station(ServedBench.Text), new SimulatorServerOptions { MostClients = 8, Log = log.Enqueue });
        using var early = await bench.Connect("dmm");
        (await early.Query("*OPC?")).Should().Be("1");
        var idle = new List<Socket>();
        try
        {
            for (var i = 0; i < 60; i++)
            {
                idle.Add(await Connect(bench, "dmm"));
                (await early.Query("*OPC?")).Should().Be("1", "one that talks is not the one that was silent longest");
            }

            using var late = await bench.Connect("dmm");
            (await late.Query("*IDN?")).Should().Contain("34461A");
            await Until(() => idle.Count(s => !IsClosed(s)) <= 8);
            log.Should().ContainSingle("a flood is not told line by line").Which.Should().Contain("8 clients are connected, and it was silent longest");
        }
        finally
        {
            idle.ForEach(s => s.Dispose());
        }
    }

    [Fact]
    public async Task A_line_without_any_end_is_dropped_before_it_fills_the_memory()
    {
        var log = new ConcurrentQueue<string>();
        await using var bench = ServedBench.Start(TestBench.Station(ServedBench.Text), new SimulatorServerOptions { Log = log.Enqueue });
        using var socket = await Connect(bench, "dmm");

        await SendForEver(socket, new string('A', 65536)).WaitAsync(Patience);

        log.Should().ContainSingle().Which.Should().Contain($"it sent more than {SimulatorConnection.MostEndless} bytes without the end of a message");
        using var good = await bench.Connect("dmm");
        (await good.Query("*OPC?")).Should().Be("1");
    }

    [Fact]
    public async Task An_answer_that_is_longer_than_what_may_wait_comes_whole()
    {
        await using var bench = ServedBench.Start();
        using var client = await bench.Connect("dmm");

        var answer = await client.Query("*IDN?" + string.Concat(Enumerable.Repeat(";*IDN?", 5000)));

        answer!.Split(';').Should().HaveCount(5001).And.OnlyContain(a => a == answer.Split(';', 2)[0]);
        (await client.Query("*OPC?")).Should().Be("1");
    }

    private static async Task<Socket> Connect(ServedBench bench, string alias)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(bench.AddressOf(alias).Host, bench.AddressOf(alias).Port);
        return socket;
    }

    // Ends when the other side, or the test, closes the connection.
    private static async Task SendForEver(Socket socket, string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        try
        {
            while (true)
                await socket.SendAsync(bytes);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private static bool IsClosed(Socket socket)
    {
        try
        {
            var one = new byte[1];
            return socket.Poll(0, SelectMode.SelectRead) && socket.Receive(one, SocketFlags.Peek) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static async Task Until(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
            await Task.Delay(20, patience.Token);
    }
}
