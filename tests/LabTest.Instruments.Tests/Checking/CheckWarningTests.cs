using LabTest.Instruments.Checking;
using LabTest.Instruments.Tests.Serving;
using LabTest.Instruments.Tests.Support;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Checking;

/// <summary>What a check warns of: no mistake, and yet worth knowing.</summary>
public sealed class CheckWarningTests : IDisposable
{
    private const string Identity = "idn: '^ACME,(?<model>PS1),(?<serial>[^,]+),(?<firmware>.+)$'\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_address_of_a_kind_that_cannot_be_opened_is_a_warning_while_the_instrument_is_simulated()
    {
        const string text = "labtest: station/1\nname: it\nsimulate: true\ninstruments:\n  dmm: { profile: keysight/34461a, address: 'GPIB0::5::INSTR' }\n";

        var simulated = await Check("station.yaml", text);
        var real = await Check("station.yaml", text.Replace("simulate: true\n", "", StringComparison.Ordinal));

        simulated.Passed.Should().BeTrue();
        simulated.Warnings.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Line = 5,
            Column = 45,
            Message = "'GPIB0::5::INSTR' is a kind of address that cannot be opened yet; use the instrument's raw socket, as in TCPIP0::192.168.1.20::5025::SOCKET; it is not opened while 'dmm' is simulated",
        });
        real.Passed.Should().BeFalse();
        real.Problems.Should().ContainSingle().Which.Message.Should().StartWith("'GPIB0::5::INSTR' is a kind of address that cannot be opened yet");
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("remote")]
    [InlineData("never")]
    public async Task An_address_that_is_none_is_a_mistake_whoever_answers(string simulate)
    {
        var report = await Check("station.yaml", $"labtest: station/1\nname: it\nsimulate: {simulate}\ninstruments:\n  dmm: {{ profile: keysight/34461a, address: 'TCPIP0:192.0.2.1' }}\n");

        report.Passed.Should().BeFalse();
        report.Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Line = 5,
            Column = 45,
            Message = "'TCPIP0:192.0.2.1' is no VISA resource address; write it as TCPIP0::192.168.1.20::5025::SOCKET, with a port from 1 to 65535",
        });
    }

    [Theory]
    [InlineData("false", "'dmm' is not simulated and needs an address, as in address: TCPIP0::192.168.1.20::5025::SOCKET")]
    [InlineData("remote", "'dmm' is simulated in another process and needs its address, as in address: TCPIP0::127.0.0.1::5025::SOCKET")]
    public async Task An_address_that_is_missing_is_told_with_the_name_of_the_instrument(string simulate, string message)
    {
        var report = await Check("station.yaml", $"labtest: station/1\nname: it\nsimulate: {simulate}\ninstruments:\n  dmm: {{ profile: keysight/34461a }}\n");

        report.Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 5, Message = message });
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(Identity, false)]
    [InlineData("identify: none\n", false)]
    [InlineData("identify: { query: 'ID?', match: 'ACME.*' }\n", false)]
    public async Task A_profile_that_does_not_say_what_answers_is_a_warning(string identity, bool warns)
    {
        var report = await Check("acme/ps1.yaml", $"labtest: instrument/1\nid: acme/ps1\n{identity}parameters: {{ voltage: {{ scpi: VOLTage }} }}\n");

        report.Passed.Should().BeTrue();
        report.Warnings.Should().HaveCount(warns ? 1 : 0);
        if (warns)
            report.Warnings[0].ToString().Should().StartWith($"{_folder["acme/ps1.yaml"]}:2:5: the profile has no 'idn', so whatever answers *IDN? is taken for this instrument");
    }

    [Fact]
    public async Task A_profile_whose_file_is_called_otherwise_than_its_id_is_a_warning_and_stations_say_so()
    {
        var profile = await Check("acme/supply.yaml", $"labtest: instrument/1\nid: acme/ps1\n{Identity}parameters: {{ voltage: {{ scpi: VOLTage }} }}\n");
        var byId = await Check("station.yaml", "labtest: station/1\nname: it\nprofiles: [ . ]\ninstruments:\n  psu: { profile: acme/ps1 }\n");
        var byPath = await Check("station.yaml", "labtest: station/1\nname: it\ninstruments:\n  psu: { profile: acme/supply.yaml }\n");

        profile.Passed.Should().BeTrue();
        profile.Warnings.Should().ContainSingle().Which.Message.Should().Be(
            "the id is 'acme/ps1', and a station finds that only in a file acme/ps1.yaml in a folder of profiles; move or rename this file, or name it on stations by its path");
        byId.Problems.Should().ContainSingle().Which.ToString().Should().Be(
            $"{_folder["station.yaml"]}:5:19: there is no profile 'acme/ps1' in {_folder.Path}, {TestBench.Instruments}, {_folder["instruments"]}, {Path.Combine(AppContext.BaseDirectory, "instruments")}; '{_folder["acme/supply.yaml"]}' has that id, "
            + $"but a profile is found only in a file of its id: call it {_folder["acme/ps1.yaml"]}, or write its path here");
        byPath.Passed.Should().BeTrue();
        byPath.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Bench.Models.Board, Bench.Models")]
    [InlineData("Bench.Models.Board[, Bench.Models")]
    [InlineData("Bench.Models.Board, =")]
    public async Task A_DUT_model_of_the_experiments_own_is_a_warning_and_the_station_is_tried_without_it(string type)
    {
        var report = await Check("station.yaml", $$"""
            labtest: station/1
            name: it
            instruments:
              psu: { profile: keysight/edu36311a, channels: { vdd: 1 } }
              dmm: { profile: keysight/34461a }
            dut_model: { type: "{{type}}", connect: { vin: psu.vdd.voltage_measured } }
            wiring: [ { from: dut.vout, to: dmm.input } ]
            """);

        report.SelfChecks.SelectMany(c => c.Problems).Should().BeEmpty();
        report.Passed.Should().BeTrue();
        report.Station!.DutModel.Should().Be(type);
        report.Warnings.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Line = 6, Column = 20, Message = $"'{type}' is a class that is not beside this program, so the station is tried without its DUT model; an experiment project that references its assembly has it",
        });
    }

    [Fact]
    public async Task A_wire_between_a_real_and_a_simulated_instrument_is_a_warning_when_it_is_checked_and_when_it_is_opened()
    {
        await using var served = ServedBench.Start("labtest: station/1\nname: served\ninstruments:\n  psu: { profile: keysight/edu36311a }\n");
        var text = $$"""
            labtest: station/1
            name: it
            instruments:
              psu: { profile: keysight/edu36311a, address: "{{served.AddressOf("psu")}}" }
              dmm: { profile: keysight/34461a, simulate: true }
              dmm2: { profile: keysight/34461a, simulate: true }
            dut_model: { type: ldo, with: { vout: 3.3 V, dropout: 250 mV, current_limit: 0.5 A }, connect: { vin: psu.1.voltage_measured, vout: dmm2.input } }
            wiring: [ { from: psu.1.voltage_measured, to: dmm.input } ]
            """;
        string[] wanted =
        [
            $"the wire from 'psu.1.voltage_measured' to 'dmm.input' carries nothing, since 'psu' is not simulated here ({served.AddressOf("psu")}); simulate both ends, or take the wire away",
            $"the connection of the DUT model's 'vin' with 'psu.1.voltage_measured' carries nothing, since 'psu' is not simulated here ({served.AddressOf("psu")}); simulate it, or take the connection away",
        ];

        var report = await Check("station.yaml", text);
        var noted = new NotedWarnings();
        await using var opened = await OpenedStation.Open(TestBench.Station(text), new OpenOptions { Observer = noted }, CancellationToken.None);
        var simulated = await Check("station.yaml", text.Replace("simulate: true", "", StringComparison.Ordinal).Replace("name: it", "name: it\nsimulate: true", StringComparison.Ordinal));

        report.Warnings.Select(w => w.Message).Should().Equal(wanted);
        report.Warnings.Select(w => w.Line).Should().Equal(8, 7);
        noted.Warnings.Should().Equal(wanted);
        simulated.Warnings.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(FileCheckerTests.Profiles), MemberType = typeof(FileCheckerTests))]
    [MemberData(nameof(FileCheckerTests.Stations), MemberType = typeof(FileCheckerTests))]
    public async Task Nothing_is_to_be_warned_of_in_what_is_shipped(string file)
    {
        var report = await new FileChecker([TestBench.Instruments]).Check(Path.Combine(Repository.Root, file), CancellationToken.None);

        report.Warnings.Should().BeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private async Task<FileReport> Check(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        await File.WriteAllTextAsync(_folder[name], text);
        return await new FileChecker([TestBench.Instruments]).Check(_folder[name], CancellationToken.None);
    }
}
