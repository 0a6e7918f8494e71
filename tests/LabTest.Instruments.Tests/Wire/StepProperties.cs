using System.Net;
using System.Net.Sockets;
using LabTest.Instruments.Drivers;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Tests.Support;
using LabTest.Instruments.Transports;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Wire;

/// <summary>
/// Whatever a peer does that answers in order, no answer is taken for that to another question: over a socket and over a pseudo-terminal, and where
/// each query is confirmed also where answers are repeated late.
/// </summary>
public sealed class StepProperties
{
    private const int AtOnce = 24;
    private const int Questions = 8;
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(20);
    private static readonly string[] Parameters = ["pa", "pb", "pc", "ta", "tb"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private long _answered;
    private long _failed;
    private long _faulted;

    [Theory, Trait("Soak", "wire-step")]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task An_answer_is_never_that_of_another_question(bool isPty, bool isConfirmed)
    {
        if (isPty)
            Assert.SkipUnless(OperatingSystem.IsLinux(), "not supported here: pseudo-terminals of Linux");
        var station = Station(isConfirmed);
        var count = Effort.Count(run: 60, soak: 5_000);     // of each kind: 20,000 in the soak
        var next = -1;

        async Task Work()
        {
            for (var round = Interlocked.Increment(ref next); round < count; round = Interlocked.Increment(ref next))
            {
                var random = Effort.Random(round);
                var peer = new UnrulyPeer(random, Timeout, isConfirmed);
                await (isPty ? OverPty(station, peer, random, isConfirmed) : OverSocket(station, peer, random, isConfirmed));
            }
        }

        _ = Effort.Random(0);   // says the seed
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(Work)));

        Effort.Report(count, $"conversations: {_answered} answers, {_failed} errors, {_faulted} instruments faulted");
        _answered.Should().BePositive();
    }

    private async Task OverSocket(StationModel station, UnrulyPeer peer, Random random, bool isConfirmed)
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        listener.Listen();
        var accepting = new Thread(() => Accept(listener, peer)) { IsBackground = true };
        accepting.Start();
        var transport = new SocketTransport(ResourceAddress.OfSocket("127.0.0.1", ((IPEndPoint)listener.LocalEndPoint!).Port), TimeProvider.System);
        await Converse(station, transport, peer, random, isConfirmed, static () => true);
    }

    private async Task OverPty(StationModel station, UnrulyPeer peer, Random random, bool isConfirmed)
    {
        using var pty = new Pty();
        var stop = false;
        var serving = new Thread(() => peer.Serve(() => Received(pty, ref stop), bytes => Pty.Write(pty.Master, bytes))) { IsBackground = true };
        serving.Start();
        var transport = new PtyTransport(pty.Device);
        try
        {
            await Converse(station, transport, peer, random, isConfirmed, () => transport.Arrived >= Interlocked.Read(ref peer.Sent));
        }
        finally
        {
            Volatile.Write(ref stop, value: true);
            serving.Join();
        }
    }

    private async Task Converse(StationModel station, IInstrumentTransport transport, UnrulyPeer peer, Random random, bool isConfirmed, Func<bool> hasArrived)
    {
        var choice = new Random(random.Next());
        await using var instrument = new Instrument(station.Instruments["it"], transport, new LabClock(TimeProvider.System), new NotedWarnings());
        if (!await IsOpened(instrument))
        {
            Interlocked.Increment(ref _faulted);
            return;
        }

        peer.IsUnruly = true;
        for (var i = 0; i < Questions; i++)
        {
            if (choice.Next(4) == 0)
                await Task.Delay(Timeout * (1.5 * choice.NextDouble()));
            await Ask(instrument, peer, instrument.Model.Parameters[Parameters[choice.Next(Parameters.Length)]]);

            // Without confirmation the property holds for answers that are repeated before the next question.
            if (peer.IsRepeating && !isConfirmed)
                await Until(() => peer.IsIdle && hasArrived(), () => $"idle {peer.IsIdle}, arrived {hasArrived()}, {Effort.Again}");
            peer.IsRepeating = false;
        }

        if (instrument.FaultedBecause is not null)
            Interlocked.Increment(ref _faulted);
    }

    private async Task Ask(Instrument instrument, UnrulyPeer peer, ParameterModel parameter)
    {
        var query = $"{parameter.Name.ToUpperInvariant()}?";
        var before = peer.Asked(query);
        Reading reading;
        try
        {
            reading = await instrument.Read(parameter, channel: -1, TestContext.Current.CancellationToken);
        }
        catch (LabTestException)
        {
            Interlocked.Increment(ref _failed);
            return;
        }

        Interlocked.Increment(ref _answered);
        var text = reading.Value.Kind == ParameterValueKind.Text ? reading.Value.Text : $"{reading.Value.Quantity.Value:0}";
        peer.Expected(query, before).Should().Contain(text, Effort.Again);
    }

    // The peer is well-behaved at first; on a crowded machine a timeout of milliseconds may pass all the same.
    private static async Task<bool> IsOpened(Instrument instrument)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await instrument.Open(TestContext.Current.CancellationToken);
                return true;
            }
            catch (LabTestException) when (attempt < 1000)
            {
                // On a port that does not start afresh an identity that comes too late leaves the instrument faulted; elsewhere, again.
                if (instrument.FaultedBecause is not null)
                    return false;
            }
        }
    }

    private static async Task Until(Func<bool> holds, Func<string> why)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !holds();)
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
                throw new TimeoutException($"The peer did not come to an end: {why()}");
            await Task.Delay(1);
        }
    }

    private static void Accept(Socket listener, UnrulyPeer peer)
    {
        try
        {
            while (true)
            {
                var socket = listener.Accept();
                socket.NoDelay = true;
                new Thread(() => Serve(socket, peer)) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The conversation is over.
        }
    }

    private static void Serve(Socket socket, UnrulyPeer peer)
    {
        var buffer = new byte[4096];
        try
        {
            using (socket)
            {
                peer.Serve(
                    () => buffer[..socket.Receive(buffer)],
                    bytes =>
                    {
                        socket.Send(bytes);
                        while (OperatingSystem.IsLinux() && Pty.Underway((int)socket.Handle) > 0 && !socket.Poll(TimeSpan.Zero, SelectMode.SelectError))
                            Thread.Yield();
                    });
            }
        }
        catch (SocketException)
        {
            // The driver made another connection.
        }
    }

    private static byte[] Received(Pty pty, ref bool stop)
    {
        var buffer = new byte[4096];
        while (!Volatile.Read(ref stop))
        {
            if (Pty.Wait(pty.Master, 20))
                return buffer[..Pty.Read(pty.Master, buffer)];
        }

        return [];
    }

    private static StationModel Station(bool isConfirmed)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["it.yaml"], TestBench.ProfileHead + $$"""
            idn: '^TEST,(?<model>peer),(?<serial>[^,]+),(?<firmware>.+)$'
            link: { timeout: {{(int)Timeout.TotalMilliseconds}} ms, quiet: 5 ms, confirm_queries: {{(isConfirmed ? "true" : "false")}} }
            parameters:
              pa: { get: "PA?" }
              pb: { get: "PB?" }
              pc: { get: "PC?" }
              ta: { get: "TA?", type: text, parse: { regex: '^(TA=[0-9]+)$' } }
              tb: { get: "TB?", type: text, parse: { regex: '^(TB=[0-9]+)$' } }
            """);
        File.WriteAllText(folder["station.yaml"], "labtest: station/1\nname: unruly\ninstruments:\n  it: { profile: it.yaml }\n");
        return StationLoader.Load(folder["station.yaml"], new StationLoadOptions());
    }
}
