using LabTest.Instruments.Stations;
using LabTest.Instruments.Tests.Drivers;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.BadInput;

/// <summary>What instruments, YAML files and names say cannot command a terminal by way of a message.</summary>
public sealed class ControlCharacterTests
{
    private const string Attack = "\u001b[2J\u001b]0;owned\u0007\u009b31m\r\u202e";

    [Fact]
    public async Task An_answer_is_shown_with_escapes()
    {
        foreach (var type in new[] { "number", "bool", "integer" })
        {
            await using var it = ScriptedInstrument.Make($"parameters: {{ v: {{ get: 'V?', type: {type} }} }}", _ => "\u001b[31m5\u009b0m");
            var read = async () => await it.Read("v");

            ShouldBePrintable((await read.Should().ThrowAsync<InstrumentException>()).Which.Message).Should().Contain("\\x1B[31m5\\x9B0m");
        }
    }

    [Fact]
    public async Task An_entry_of_the_error_queue_is_shown_with_escapes_and_not_without_end()
    {
        var entries = new Queue<string>(["-100,\"\u001b[31m" + new string('x', 5000) + "\""]);
        await using var it = ScriptedInstrument.Make("parameters: { v: { scpi: VOLT } }\nerrors: { on_error: warn }\n", m => m == "SYST:ERR?" && entries.TryDequeue(out var entry) ? entry : null);

        await it.Set("v", 1);

        ShouldBePrintable(it.Warnings.Should().ContainSingle().Which).Length.Should().BeLessThan(400);
    }

    [Fact]
    public async Task An_identity_of_another_instrument_is_shown_with_escapes()
    {
        await using var it = ScriptedInstrument.Make("idn: '^ACME'\n", _ => "EVIL" + Attack.Replace("\u202e", "", StringComparison.Ordinal));
        var open = async () => await it.Driver.Open(CancellationToken.None);

        ShouldBePrintable((await open.Should().ThrowAsync<InstrumentException>()).Which.Message);
    }

    [Theory]
    [InlineData("labtest: station/1\nname: s\ninstruments: { \"a⌖\": { profile: x/y } }\n")]
    [InlineData("labtest: station/1\nname: s\ninstruments: { a: { profile: \"x/⌖\" } }\n")]
    [InlineData("labtest: station/1\nname: s\ninstruments: { a: { profile: \"⌖.yaml\" } }\n")]
    [InlineData("labtest: station/1\nname: s\n\"⌖\": 1\ninstruments: { a: { profile: keysight/34461a } }\n")]
    [InlineData("labtest: station/1\nname: s\ninstruments: { a: { profile: keysight/34461a, set: { \"⌖\": 1 } } }\n")]
    [InlineData("labtest: station/1\nname: s\ninstruments: { a: { profile: keysight/34461a, address: \"⌖\" } }\n")]
    [InlineData("labtest: station/1\nname: s\ndecision: \"⌖\"\ninstruments: { a: { profile: keysight/34461a } }\n")]
    public void A_text_of_a_YAML_file_is_shown_with_escapes(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["station.yaml"], text.Replace("⌖", "\\e[2J\\u009b31m\\r\\u202e", StringComparison.Ordinal));
        var load = () => StationLoader.Load(folder["station.yaml"], new StationLoadOptions { ProfileFolders = [TestBench.Instruments] });

        ShouldBePrintable(load.Should().Throw<ProfileException>().Which.Message).Should().Contain("\\x1B[2J");
    }

    [Fact]
    public void The_name_of_a_file_is_shown_with_escapes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file names.");
        using var folder = new TemporaryFolder();
        var file = folder["bad\u001b[31m.yaml"];
        File.WriteAllText(file, "nonsense: 1\n");
        var load = () => StationLoader.Load(file, new StationLoadOptions());

        ShouldBePrintable(load.Should().Throw<ProfileException>().Which.Message).Should().Contain("bad\\x1B[31m.yaml");
    }

    [Fact]
    public async Task A_value_that_is_refused_is_shown_with_escapes()
    {
        await using var it = ScriptedInstrument.Make("parameters: { v: { scpi: VOLT, options: { a: A } } }", _ => null);
        var set = async () => await it.Set("v", Attack);

        ShouldBePrintable((await set.Should().ThrowAsync<BoundViolationException>()).Which.Message);
    }

    private static string ShouldBePrintable(string message)
    {
        message.Where(c => (char.IsControl(c) && c is not '\n') || c == '\u202e').Should().BeEmpty("{0}", message);
        return message;
    }
}
