using System.Diagnostics;
using LabTest.Instruments.Checking;
using LabTest.Instruments.Stations;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Yaml;

/// <summary>What is no file of a reasonable size is refused at once, and never waited for.</summary>
public sealed class SourceFileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task A_pipe_is_refused_without_waiting_for_a_writer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes among its files.");
        using var folder = new TemporaryFolder();
        using (var made = Process.Start("mkfifo", [folder["pipe.yaml"]]))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        var message = "*pipe.yaml: this is a pipe or a device, not a file; write the YAML to a file and name that";
        await ShouldBeRefused(folder["pipe.yaml"], message);

        await File.WriteAllTextAsync(folder["station.yaml"], "labtest: station/1\nname: s\ninstruments: { a: { profile: pipe.yaml } }\n", TestContext.Current.CancellationToken);
        await ShouldBeRefused(folder["station.yaml"], message);
        Directory.CreateDirectory(folder["instruments/a"]);
        File.Move(folder["pipe.yaml"], folder["instruments/a/b.yaml"]);
        await File.WriteAllTextAsync(folder["station.yaml"], "labtest: station/1\nname: s\ninstruments: { a: { profile: a/b } }\n", TestContext.Current.CancellationToken);
        await ShouldBeRefused(folder["station.yaml"], message.Replace("pipe.yaml", "b.yaml", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/dev/zero", "*has no end within*")]
    [InlineData("/dev/urandom", "*has no end within*")]
    [InlineData("/dev/null", "*the file is empty*")]
    [InlineData("/dev", "*this is a folder; name a YAML file in it*")]
    [InlineData("/dev/not-there.yaml", "*the file cannot be read*")]
    public async Task Devices_and_folders_are_refused(string file, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such devices.");
        await ShouldBeRefused(file, message);
    }

    [Fact]
    public void Very_many_channels_are_refused_by_a_message()
    {
        var load = () => TestBench.Profile($"channels: {{ ids: [{string.Join(", ", Enumerable.Range(1, 50_000))}], address: list, parameters: {{ v: {{ scpi: V }} }} }}");

        load.Should().Throw<ProfileException>().WithMessage("*50000 channels are listed; a profile has at most 10000");
    }

    [Fact]
    public async Task As_many_channels_as_there_may_be_are_checked_and_simulated()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["it.yaml"], $"{TestBench.ProfileHead}channels:\n  ids: [{string.Join(", ", Enumerable.Range(1, 10_000))}]\n  address: list\n  parameters:\n    v: {{ scpi: VOLT, unit: V, range: [0, 5], init: 0 }}\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["station.yaml"], $"labtest: station/1\nname: s\ninstruments: {{ a: {{ profile: it.yaml, channels: {{ {string.Join(", ", Enumerable.Range(1, 10_000).Select(i => $"c{i}: {i}"))} }} }} }}\n", TestContext.Current.CancellationToken);

        var report = await new FileChecker([]).Check(folder["station.yaml"], CancellationToken.None).AsTask().WaitAsync(Patience);

        report.Problems.Should().BeEmpty();
        report.SelfChecks.Should().OnlyContain(c => c.Passed);
    }

    [Fact]
    public async Task A_chain_of_wires_through_formulas_that_name_their_input_twice_is_evaluated_once_each()
    {
        var instruments = string.Concat(Enumerable.Range(0, 120).Select(i => $"  i{i}: {{ profile: keysight/34461a }}\n"));
        var wires = string.Concat(Enumerable.Range(0, 119).Select(i => $"  - {{ from: i{i}.reading, to: i{i + 1}.input }}\n"));
        var station = TestBench.Station($"labtest: station/1\nname: s\ninstruments:\n{instruments}wiring:\n{wires}");

        await using var open = await TestBench.Open(station).AsTask().WaitAsync(Patience);

        (await open.Read("i119.reading")).Unit.Should().Be(Unit.Parse("V"));
    }

    private static async Task ShouldBeRefused(string file, string message)
    {
        var check = await Task.Run(() => new FileChecker([]).Check(file, CancellationToken.None).AsTask()).WaitAsync(Patience);
        var load = () => Task.Run(() => StationLoader.Load(file, new StationLoadOptions())).WaitAsync(Patience);

        check.Problems.Should().ContainSingle().Which.ToString().Should().Match(message);
        (await load.Should().ThrowAsync<ProfileException>()).WithMessage(message);
    }
}
