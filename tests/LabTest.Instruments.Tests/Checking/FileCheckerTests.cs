using LabTest.Instruments.Checking;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Checking;

public sealed class FileCheckerTests
{
    public static TheoryData<string> Profiles { get; } = [.. Directory.EnumerateFiles(TestBench.Instruments, "*.yaml", SearchOption.AllDirectories).Order().Select(f => Path.GetRelativePath(Repository.Root, f))];

    public static TheoryData<string> Stations { get; } = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "fixtures", "stations"), "*.yaml").Order().Select(f => Path.GetRelativePath(Repository.Root, f))];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Every_shipped_profile_passes_on_its_own_simulator(string file)
    {
        var report = await Check(Path.Combine(Repository.Root, file));

        report.Problems.Should().BeEmpty();
        report.Profile!.Id.Should().Be(Path.ChangeExtension(Path.GetRelativePath("instruments", file), null).Replace('\\', '/'));
        var check = report.SelfChecks.Should().ContainSingle().Which;
        check.Problems.Should().BeEmpty();
        (check.Settings + check.Readings + check.Waveforms).Should().BeGreaterThan(2);
        check.Values.Should().BeGreaterThanOrEqualTo(3 * check.Settings);
        check.Actions.Should().Be(report.Profile.Actions.Count + (report.Profile.HasSafeState ? 1 : 0));
        report.Passed.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Stations))]
    public async Task Every_shipped_station_passes_with_its_profiles(string file)
    {
        var report = await Check(Path.Combine(Repository.Root, file));

        report.Problems.Should().BeEmpty();
        report.SelfChecks.SelectMany(c => c.Problems).Should().BeEmpty();
        report.SelfChecks.Should().HaveCount(report.Station!.Instruments.Select(i => i.Profile).Distinct().Count() + 1);
        report.SelfChecks[^1].Readings.Should().BeGreaterThan(5);
        report.Passed.Should().BeTrue();
    }

    [Fact]
    public async Task A_profile_that_was_written_from_the_documentation_alone_passes()
    {
        var report = await Check(Path.Combine(Repository.Root, "tests", "LabTest.Instruments.Tests", "Docs", "spd3303x.yaml"));

        report.Problems.Should().BeEmpty();
        report.SelfChecks[0].Problems.Should().BeEmpty();
        report.SelfChecks[0].Settings.Should().Be(6);
    }

    [Fact]
    public async Task A_profile_is_explained()
    {
        var report = await Check(Path.Combine(TestBench.Instruments, "keysight", "edu36311a.yaml"));

        var profile = report.Profile!;
        profile.Name.Should().Be("Triple-output bench supply");
        profile.Class.Should().Be("dc_supply");
        profile.Channels.Should().Equal("1", "2", "3");
        profile.Identity.Should().StartWith("*IDN? answers ^Keysight Technologies,");
        profile.Parameters.Single(p => p.Name == "voltage").Should().BeEquivalentTo(
            new ParameterSummary("voltage", IsChannel: true, ParameterType.Number, ParameterKind.Setting, "V", "1: 0 V to 6.18 V; 2, 3: 0 V to 30.9 V")
            {
                Description = "The voltage that the output is set to.",
                Get = "[SOURce:]VOLTage[:LEVel][:IMMediate][:AMPLitude]? (@{ch})",
                Set = "[SOURce:]VOLTage[:LEVel][:IMMediate][:AMPLitude] {value},(@{ch})",
            });
        profile.Capabilities["Output"].Should().Be("output");
        profile.Faults.Should().Contain("dropped_reply");
        profile.Ports.Should().Equal("drawn");
        (await Check(Path.Combine(TestBench.Instruments, "keysight", "34461a.yaml"))).Profile!.Parameters.Single(p => p.Name == "reading").Should().BeEquivalentTo(
            new { Unit = "V or Vrms or Ω", HasAccuracy = true, Kind = ParameterKind.Reading });
    }

    [Theory]
    [InlineData("[0, '30 / gain']", "0 V to 30 / gain")]
    [InlineData("['-offset', 5]", "-offset to 5 V")]
    [InlineData("[0, '2 * 6']", "0 V to 12 V")]
    [InlineData("['-60 V / gain', 60 mV]", null)]
    [InlineData("{ 1: [0, '3 * ch'], 2: [0, '30 / gain'] }", "1: 0 V to 3 V; 2: 0 V to 30 / gain")]
    public async Task A_range_that_depends_on_others_is_explained_by_its_formula(string range, string? values)
    {
        var parameter = $"level: {{ scpi: LEVel, unit: V, range: {range} }}";
        var others = "gain: { scpi: GAIN, range: [1, 10], init: 1 }, offset: { scpi: OFFSet, range: [0, 1], init: 0 }";
        var report = await Check(
            $"{TestBench.ProfileHead}{(range[0] == '{' ? $"parameters: {{ {others} }}\nchannels: {{ ids: [1, 2], address: list, parameters: {{ {parameter} }} }}\n" : $"parameters: {{ {others}, {parameter} }}\n")}", "profile.yaml");

        report.Passed.Should().Be(values is not null);
        report.Profile?.Parameters.Single(p => p.Name == "level").Values.Should().Be(values);
    }

    [Fact]
    public async Task A_station_is_explained()
    {
        var report = await Check(Path.Combine(Repository.Root, "fixtures", "stations", "power-board.yaml"));

        var psu = report.Station!.Instruments[0];
        psu.Should().BeEquivalentTo(new { Alias = "psu", Profile = "keysight/edu36311a", Where = "simulated", Calibration = "CAL-0117, due 2027-02-01" });
        psu.Channels[0].Should().Be("vdd");
        psu.Bounds.Should().Equal("vdd.voltage: 0 V to 5.5 V", "vdd.current: 0 A to 2 A");
        psu.Settings.Should().Equal("vdd.current = 2 A");
        report.Station.DutModel.Should().Be("buck_converter");
        report.Station.SafeStates.Should().Equal("load.safe_state", "psu.safe_state");
        report.Station.Conditions.Should().Equal("temperature: 23 °C", "humidity: 45 %");
    }

    [Fact]
    public async Task A_station_with_addresses_is_checked_without_opening_them()
    {
        var report = await Check("""
            labtest: station/1
            name: real
            simulate: never
            instruments:
              dmm: { profile: keysight/34461a, address: "TCPIP0::192.0.2.1::5025::SOCKET" }
            """, "station.yaml");

        report.Passed.Should().BeTrue();
        report.Station!.Instruments[0].Where.Should().Be("TCPIP0::192.0.2.1::5025::SOCKET");
    }

    [Fact]
    public async Task Problems_of_a_file_are_listed_with_their_places()
    {
        var report = await Check("labtest: instrument/1\nid: test/it\nparmeters: {}\n", "profile.yaml");

        report.Passed.Should().BeFalse();
        report.Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 3, Column = 1, DidYouMean = "parameters" });
        (await Check("/no/such/file.yaml")).Problems.Should().ContainSingle().Which.Message.Should().StartWith("the file cannot be read:");
    }

    [Theory]
    [InlineData("parameters: { level: { scpi: LEVel, range: [0, 10.01], format: '0.0' } }", "level", null)]
    [InlineData("parameters: { level: { scpi: LEVel, range: [0, 9.96], format: '0.0' } }", "level", "it.level cannot be set to 10: the range of test/it is 0 to 9.96.")]
    [InlineData("parameters: { level: { get: 'LEVel?', set: 'LEVel {value}', range: [0, 10], parse: { scale: 2 } } }", "level", null)]
    [InlineData("parameters: { label: { scpi: LABel, type: text } }", "label", null)]
    [InlineData("parameters: { label: { get: 'LABel?', set: 'LABel \"{value}\"', type: text } }", "label", null)]
    [InlineData("parameters: { busy: { get: 'BUSY?', type: bool } }\nactions: { go: [ { write: GO }, { until: { busy: true }, timeout: 1 s } ] }", "go", "'it.busy' is still off after 1 s; on was awaited")]
    public async Task What_a_profile_does_not_do_on_its_simulator_is_a_problem(string text, string path, string? message)
    {
        var report = await Check($"{TestBench.ProfileHead}{text}\n", "profile.yaml");

        report.Problems.Should().BeEmpty();
        if (message is null)
            report.SelfChecks[0].Problems.Should().BeEmpty();
        else
            report.SelfChecks[0].Problems.Should().ContainSingle().Which.Should().Match<SelfCheckProblem>(p => p.Path == path && p.Message.StartsWith(message));
    }

    private static async Task<FileReport> Check(string file) => await new FileChecker([TestBench.Instruments]).Check(file, CancellationToken.None);

    private static async Task<FileReport> Check(string text, string name)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder[name], text);
        return await Check(folder[name]);
    }
}
