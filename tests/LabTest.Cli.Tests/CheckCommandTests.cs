using LabTest.Testing;

namespace LabTest.Cli.Tests;

public sealed class CheckCommandTests
{
    [Fact]
    public async Task Every_profile_and_station_of_ours_passes_its_check()
    {
        using var command = new CommandLine();
        var files = new[] { "instruments", "fixtures/stations" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.yaml", SearchOption.AllDirectories)).ToArray();

        var (code, output) = await command.Call(["check", "-q", .. files]);

        code.Should().Be(0, output);
        files.Should().HaveCountGreaterThanOrEqualTo(9);
    }

    [Fact]
    public async Task A_profile_is_explained_with_units_ranges_and_commands()
    {
        using var command = new CommandLine();

        var (_, output) = await command.Call("check", Path.Combine(Repository.Root, "instruments/keysight/edu36311a.yaml"));

        output.Should().Contain("Triple-output bench supply").And.Contain("0 V to 6.18 V").And.Contain("[SOURce:]VOLTage").And.Contain("safe state");
    }

    [Fact]
    public async Task An_instrument_that_can_give_no_sign_of_its_safe_state_is_told_with_its_reason()
    {
        using var command = new CommandLine();
        await File.WriteAllTextAsync(command.Folder["relay.yaml"], """
            labtest: instrument/1
            id: test/relay
            identify: none
            parameters: { relay: { set: "RELAY {value}", type: bool } }
            safety: { safe_state: [ { set: { relay: false } } ], confirm: none, reason: the box answers nothing }
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(command.Folder["station.yaml"], "labtest: station/1\nname: bench\ninstruments: { box: { profile: relay.yaml } }\n", TestContext.Current.CancellationToken);

        var (code, output) = await command.Call("check", "station.yaml");
        var (_, profile) = await command.Call("check", "relay.yaml");

        code.Should().Be(0, output);
        output.Should().Contain("safe state cannot be confirmed box: the box answers nothing");
        profile.Should().Contain("safe state cannot be confirmed: the box answers nothing");
    }

    [Fact]
    public async Task A_mistyped_key_is_said_with_file_line_and_what_is_meant()
    {
        using var command = new CommandLine();
        await File.WriteAllTextAsync(command.Folder["bad.yaml"], CommandLine.Station.Replace("simulate:", "simulat:", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (code, output) = await command.Call("check", "bad.yaml");

        code.Should().Be(2);
        output.Should().Contain($"{command.Folder["bad.yaml"]}:3:1: 'simulat'").And.Contain("did you mean 'simulate'?");
    }

    [Fact]
    public async Task What_is_only_worth_knowing_is_a_warning_and_the_check_passes()
    {
        using var command = new CommandLine();
        await File.WriteAllTextAsync(command.Folder["ps1.yaml"], "labtest: instrument/1\nid: acme/ps1\nparameters: { voltage: { scpi: VOLTage } }\n", TestContext.Current.CancellationToken);

        var (code, output) = await command.Call("check", "-q", "ps1.yaml");

        code.Should().Be(0);
        output.Should().Contain($"warning {command.Folder["ps1.yaml"]}:2:5: the profile has no 'idn'").And.Contain("a station finds that only in a file acme/ps1.yaml");
    }

    [Fact]
    public async Task A_profile_beside_a_station_is_found_from_any_folder()
    {
        using var command = new CommandLine();
        Directory.CreateDirectory(command.Folder["p2/instruments/x"]);
        await File.WriteAllTextAsync(command.Folder["p2/instruments/x/y.yaml"], "labtest: instrument/1\nid: x/y\nparameters: { voltage: { scpi: VOLTage } }\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(command.Folder["p2/b.yaml"], "labtest: station/1\nname: b\nsimulate: true\ninstruments: { psu: { profile: x/y } }\n", TestContext.Current.CancellationToken);

        var (code, output) = await command.Call("check", "p2/b.yaml");
        await using var bench = await LabTest.Recording.Bench.Open(command.Folder["p2/b.yaml"], new LabTest.Recording.BenchOptions { Runs = command.Runs, HandlesSignals = false }, TestContext.Current.CancellationToken);

        code.Should().Be(0, output);
    }

    [Fact]
    public async Task The_command_is_called_labtest()
    {
        using var command = new CommandLine();
        using var output = new StringWriter();
        var before = Console.Out;
        Console.SetOut(output);
        try
        {
            await command.Call("--help");
        }
        finally
        {
            Console.SetOut(before);
        }

        output.ToString().Should().Contain("labtest [command]");
    }

    [Theory]
    [InlineData("", 0, "warning")]
    [InlineData(", overdue: warn", 0, "warning")]
    [InlineData(", overdue: fail", 2, "✗")]
    [InlineData(", overdue: ignore", 0, null)]
    public async Task An_overdue_calibration_is_told_where_it_stands(string policy, int expected, string? mark)
    {
        using var command = new CommandLine();
        await File.WriteAllTextAsync(
            command.Folder["old.yaml"],
            CommandLine.Station.Replace("34461a }", $"34461a, calibration: {{ certificate: CAL-7, due: 2020-01-31{policy} }} }}", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var (code, output) = await command.Call("check", "--quiet", "old.yaml");

        code.Should().Be(expected, output);
        if (mark is null)
            output.Should().NotContain("CAL-7");
        else
            output.Should().Contain($"{mark} {command.Folder["old.yaml"]}:6:").And.Contain("'dmm': the calibration CAL-7 was due on 2020-01-31");
    }

    [Fact]
    public async Task What_has_no_value_is_left_out_of_the_JSON_of_a_check()
    {
        using var command = new CommandLine();
        await File.WriteAllTextAsync(command.Folder["station.yaml"], CommandLine.Station, TestContext.Current.CancellationToken);

        var (_, output) = await command.Call("check", "--json", "station.yaml");

        output.Should().Contain("\"alias\": \"dmm\"").And.NotContain("\"calibration\"").And.NotContain("\"dutModel\"");
    }
}
