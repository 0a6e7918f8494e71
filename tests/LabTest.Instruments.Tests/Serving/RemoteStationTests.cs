using LabTest.Instruments.Stations;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Serving;

public sealed class RemoteStationTests
{
    [Fact]
    public async Task The_written_station_opens_the_served_instruments()
    {
        await using var bench = ServedBench.Start();
        await using var station = await TestBench.Open(Written(bench));

        station.IsSimulated.Should().BeTrue();
        station.Simulation.Should().BeNull();
        station.Clock.IsVirtual.Should().BeFalse();
        station.Find("psu").Identity!.Model.Should().Be("EDU36311A");
        (await station.Read("psu.vdd.current")).Should().Be(0.5.Amperes());
        await station.Set("psu.vdd.voltage", 3.Volts());
        await station.Set("psu.vdd.output", true);
        (await station.Read("dmm.reading")).Value.Should().BeApproximately(3, 0.001);
        var tooMuch = async () => await station.Set("psu.vdd.voltage", 5.6.Volts());
        await tooMuch.Should().ThrowAsync<BoundViolationException>();
    }

    [Fact]
    public async Task A_waveform_comes_over_the_socket_with_its_scale()
    {
        await using var bench = ServedBench.Start();
        await using var station = await TestBench.Open(Written(bench));
        await station.Set("scope.points", 10000);

        var trace = await station.Capture("scope.ch2.trace");

        trace.Samples.Length.Should().Be(10000);
        trace.PeakToPeak().Value.Should().BeApproximately(1.8, 0.05);
    }

    [Fact]
    public async Task Closing_the_station_leaves_the_served_outputs_off()
    {
        await using var bench = ServedBench.Start();
        await using (var station = await TestBench.Open(Written(bench)))
            await station.Set("psu.vdd.output", true);

        using var third = await bench.Connect("psu");
        (await third.Query("OUTP? (@1:3)")).Should().Be("0,0,0");
    }

    [Fact]
    public async Task The_written_station_keeps_what_guards_the_bench_and_leaves_out_what_is_simulated()
    {
        using var folder = new TemporaryFolder();
        var shipped = TestBench.ShippedStation("power-board");
        await using var bench = ServedBench.Start(shipped);
        Directory.CreateDirectory(folder["sub"]);
        bench.Server.WriteStation(folder["sub/sim.yaml"]);

        var written = StationLoader.Load(folder["sub/sim.yaml"], new StationLoadOptions());

        written.Name.Should().Be(shipped.Name);
        written.Conditions.Should().BeEquivalentTo(shipped.Conditions);
        written.Dut.Should().BeEquivalentTo(shipped.Dut);
        written.Isolation.Should().Be(shipped.Isolation);
        written.OnFailure.Should().Equal(shipped.OnFailure);
        written.OnClose.Should().Equal(shipped.OnClose);
        written.Spec.DutModel.Should().BeNull();
        foreach (var (alias, instrument) in shipped.Instruments)
        {
            var other = written.Instruments[alias];
            other.Address.Should().Be(bench.AddressOf(alias));
            other.IsSimulated.Should().BeTrue();
            other.Model.Id.Should().Be(instrument.Model.Id);
            other.ChannelNames.Should().Equal(instrument.ChannelNames);
            other.Calibration.Should().Be(instrument.Calibration);
            Shown(other).Should().Equal(Shown(instrument));
        }
    }

    [Fact]
    public async Task A_profile_given_by_its_path_is_found_from_the_new_file()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["bench"]);
        File.Copy(Path.Combine(TestBench.Instruments, "keysight", "34461a.yaml"), folder["bench/meter.yaml"]);
        await File.WriteAllTextAsync(folder["bench/station.yaml"], "labtest: station/1\nname: it\nsimulate: true\ninstruments: { dmm: { profile: meter.yaml } }\n");
        await using var bench = ServedBench.Start(StationLoader.Load(folder["bench/station.yaml"], new StationLoadOptions()));

        bench.Server.WriteStation(folder["sim.yaml"]);

        StationLoader.Load(folder["sim.yaml"], new StationLoadOptions()).Instruments["dmm"].Model.Id.Should().Be("keysight/34461a");
    }

    private static string[] Shown(StationInstrument instrument) =>
    [
        .. instrument.Bounds.Select(b => $"{b.Key.Parameter.Name} {b.Key.Channel} {b.Value}"),
        .. instrument.Set.Select(s => $"{s.Parameter.Name} {s.Channel} {s.Value}"),
    ];

    private static StationModel Written(ServedBench bench)
    {
        using var folder = new TemporaryFolder();
        bench.Server.WriteStation(folder["sim.yaml"]);
        return StationLoader.Load(folder["sim.yaml"], new StationLoadOptions { ProfileFolders = [TestBench.Instruments] });
    }
}
