using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using LabTest.Instruments;
using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

/// <summary>A bench whose instruments open, but whose settings cannot be read.</summary>
public sealed class FailedOpeningTests
{
    [Fact]
    public async Task A_bench_whose_settings_cannot_be_read_is_left_with_outputs_off()
    {
        using var folder = new TemporaryFolder();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var sent = new ConcurrentQueue<string>();
        var supply = Answer(listener, sent);
        await File.WriteAllTextAsync(folder["station.yaml"], $$"""
            labtest: station/1
            name: bench
            instruments:
              psu:
                profile: keysight/edu36311a
                address: TCPIP0::127.0.0.1::{{((IPEndPoint)listener.LocalEndpoint).Port}}::SOCKET
                channels: { vdd: 1 }
                set: { vdd: { output: true } }
            """, TestContext.Current.CancellationToken);

        var open = async () => await Bench.Open(folder["station.yaml"], new BenchOptions { Runs = folder["runs"] });

        await open.Should().ThrowAsync<InstrumentException>().WithMessage("psu (TCPIP0::*'garbled'*");
        await supply;
        sent.Where(m => m.StartsWith("OUTP ", StringComparison.Ordinal) && m.EndsWith("(@1)", StringComparison.Ordinal))
            .Should().Equal("OUTP 0,(@1)", "OUTP 1,(@1)", "OUTP 0,(@1)");
        var run = RunSummary.Read(new RunFolder(RunsFolder.Runs(folder["runs"]).Single()));
        run.Verdict.Should().Be(Verdict.Error);
        run.Closed.Should().NotBeNull();
    }

    // It identifies itself, has no errors, and answers every other query with what is no number; until its connection is closed.
    private static async Task Answer(TcpListener listener, ConcurrentQueue<string> sent)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\n" };
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } message)
        {
            sent.Enqueue(message);
            if (!message.Contains('?', StringComparison.Ordinal))
                continue;
            await writer.WriteLineAsync(message switch
            {
                "*IDN?" => "Keysight Technologies,EDU36311A,CN61131234,1.0",
                _ when message.EndsWith("SYST:ERR?", StringComparison.Ordinal) => "+0,\"No error\"",
                "*OPC?" => "1",
                _ => "garbled",
            });
        }
    }
}
