using System.Text.Json;
using LabTest.Recording.Assertions;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

public sealed class RunDocumentTests
{
    [Fact]
    public async Task Run_json_holds_everything_the_result_depends_on()
    {
        await using var open = await OpenBench.On(OpenBench.Supply + "\nconditions: { temperature: 23.5 °C }\nseed: 7\n");
        open.Bench.Record("rail", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());
        await open.Close();

        using var run = JsonDocument.Parse(await File.ReadAllTextAsync(open.Run.RunJson));
        var root = run.RootElement;

        root.GetProperty("verdict").GetString().Should().Be("Pass");
        root.GetProperty("isSimulated").GetBoolean().Should().BeTrue();
        root.GetProperty("isComplete").GetBoolean().Should().BeTrue();
        var station = root.GetProperty("station");
        station.GetProperty("text").GetString().Should().Be(await File.ReadAllTextAsync(open.Folder["station.yaml"]));
        station.GetProperty("seed").GetInt32().Should().Be(7);
        station.GetProperty("clock").GetString().Should().Be("virtual");
        station.GetProperty("conditions").GetProperty("temperature").GetString().Should().Be("23.5 °C");
        station.GetProperty("profiles").EnumerateArray().Select(p => p.GetProperty("id").GetString()).Should().Equal("keysight/edu36311a", "keysight/34461a");
        station.GetProperty("instruments")[0].GetProperty("identity").GetString().Should().StartWith("Keysight Technologies,EDU36311A,");
        root.GetProperty("settings").GetProperty("psu.vdd.voltage").GetString().Should().Be("0 V");
        root.GetProperty("run").GetProperty("environment").GetProperty("runtime").GetString().Should().StartWith(".NET 10");
    }

    [Fact]
    public async Task A_station_that_cannot_be_opened_leaves_a_run_with_the_verdict_Error()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["station.yaml"], """
            labtest: station/1
            name: bench
            instruments:
              psu: { profile: keysight/edu36311a, address: "TCPIP0::127.0.0.1::1::SOCKET" }
            """);

        var open = async () => await Bench.Open(folder["station.yaml"], new BenchOptions { Runs = folder["runs"] });

        await open.Should().ThrowAsync<Instruments.TransportException>().WithMessage("psu: No connection to TCPIP0::127.0.0.1::1::SOCKET*");
        var run = Runs.RunsFolder.Runs(folder["runs"]).Single();
        (await File.ReadAllTextAsync(Path.Combine(run, "run.json"))).Should().Contain("\"verdict\": \"Error\"").And.Contain("No connection");
    }
}
