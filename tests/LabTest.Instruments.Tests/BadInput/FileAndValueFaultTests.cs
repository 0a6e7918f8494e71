using LabTest.Instruments.Stations;
using LabTest.Instruments.Tests.Serving;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.BadInput;

/// <summary>Bad files and bad values give one message that says what, where and what to do, and nothing is sent.</summary>
public sealed class FileAndValueFaultTests
{
    private const string Head = "labtest: station/1\nname: it\n";

    [Theory]
    [InlineData("labtest: station/1\nname: [it\ninstruments: {}\n", "2:7: this is not YAML: something cannot be read here; is a bracket, a brace or a quote not closed, or an escape none that YAML knows?")]
    [InlineData("labtest: station/1\nname: it\nname: that\n", "3:1: the key 'name' stands here twice; keep one")]
    [InlineData(Head + "instrments: {}\n", "1:1: a station needs the key 'instruments'\n⌖:3:1: 'instrments' is not a key of a station (it has labtest, name, seed, simulate, isolation, profiles, instruments, wiring, dut_model, decision, conditions, dut, on_open, on_failure, on_close); did you mean 'instruments'?")]
    [InlineData(Head + "seed: lucky\ninstruments: { dmm: { profile: keysight/34461a } }\n", "3:7: a whole number is wanted here, not 'lucky'")]
    [InlineData(Head + "instruments: { dmm: { profile: keysight/34461b } }\n", "3:32: there is no profile 'keysight/34461b' in ⌂; did you mean 'keysight/34461a'?")]
    [InlineData(Head + "instruments: { dmm: { profile: keysight/34461a, channels: { x: 1 } } }\n", "3:59: keysight/34461a has no channel '1' (it has none)")]
    [InlineData(Head + "instruments: { dmm: { profile: keysight/34461a } }\non_close: [ dmm.ch1.reset ]\n", "4:11: 'dmm' has no channel 'ch1' (it has none)")]
    [InlineData(Head + "instruments: { psu: { profile: keysight/edu36311a, bounds: { voltage: [0, 5 A] } } }\n", "3:71: 5 A cannot be given in V (voltage): it is A (current).")]
    [InlineData(Head + "instruments: { psu: { profile: keysight/edu36311a, bounds: { voltage: [0, 40] } } }\n", "3:71: the bound of 'voltage' may only narrow its range 0 V to 6.18 V on channel ch1")]
    [InlineData(Head + "instruments: { dmm: { profile: keysight/34461a, address: 'GPIB0::5::INSTR' } }\n", "3:58: 'GPIB0::5::INSTR' is a kind of address that cannot be opened yet; use the instrument's raw socket, as in TCPIP0::192.168.1.20::5025::SOCKET")]
    public void A_bad_station_file(string text, string message)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["station.yaml"], text);

        var load = () => StationLoader.Load(folder["station.yaml"], new StationLoadOptions { ProfileFolders = [TestBench.Instruments] });

        var whole = $"{folder["station.yaml"]}:{message}".Replace("⌖", folder["station.yaml"], StringComparison.Ordinal).Replace("⌂", $"{TestBench.Instruments}, {folder["instruments"]}, {Path.Combine(AppContext.BaseDirectory, "instruments")}", StringComparison.Ordinal);
        load.Should().Throw<ProfileException>().Which.Message.Should().Be(whole);
    }

    /// <summary>Formulas and commands as no one writes them: each is refused by a message that is not as long as they are.</summary>
    public static TheoryData<string, string, string> Endless()
    {
        const int Many = 50_000;
        string Repeated(string part) => string.Concat(Enumerable.Repeat(part, Many));
        return new TheoryData<string, string, string>
        {
            { "value", Repeated("not ") + "1", "is longer than" },
            { "value", string.Concat(Enumerable.Repeat("not ", 400)) + "1", "nests deeper than 100 levels" },
            { "value", Repeated("(") + "1" + Repeated(")"), "is longer than" },
            { "value", string.Concat(Enumerable.Repeat("(", 900)) + "1" + string.Concat(Enumerable.Repeat(")", 900)), "nests deeper than 100 levels" },
            { "value", Repeated("-") + "1", "is longer than" },
            { "value", "1" + Repeated("^1"), "is longer than" },
            { "value", Repeated("abs(") + "1" + Repeated(")"), "is longer than" },
            { "get", Repeated("[") + "READ?", "a command has at most 2000" },
            { "get", string.Concat(Enumerable.Repeat("[", 1900)) + "READ?", "has brackets within brackets" },
            { "get", "READ" + Repeated("[:A]") + "?", "a command has at most 2000" },
            { "get", "READ? " + Repeated("{ch}"), "a command has at most 2000" },
            { "get", "READ? " + Repeated("{"), "a command has at most 2000" },
            { "get", "READ" + Repeated(":READ") + "?", "a command has at most 2000" },
        };
    }

    [Theory]
    [MemberData(nameof(Endless))]
    public void An_endless_formula_or_command_is_refused_by_name(string key, string text, string named)
    {
        using var folder = new TemporaryFolder();
        var profile = $"labtest: instrument/1\nid: acme/x\nname: x\nidn: none\nparameters:\n  a:\n    doc: it\n    unit: V\n    get: {(key == "get" ? $"\"{text}\"" : "\"A?\"")}\n    sim: {{ value: {(key == "value" ? $"\"{text}\"" : "1")} }}\n";
        Directory.CreateDirectory(folder["acme"]);
        File.WriteAllText(folder["acme/x.yaml"], profile);
        File.WriteAllText(folder["station.yaml"], Head + "instruments: { x: { profile: acme/x } }\n");

        var load = () => StationLoader.Load(folder["station.yaml"], new StationLoadOptions { ProfileFolders = [folder.Path] });

        var problems = load.Should().Throw<ProfileException>().Which;
        problems.Message.Should().Contain(named);
        problems.Message.Length.Should().BeLessThan(4000);
    }

    [Theory]
    [InlineData("pus.vdd.voltage", "There is no instrument 'pus' on station 'served' (there are psu, dmm, scope); did you mean 'psu'?")]
    [InlineData("psu.vdd.votage", "'psu' (keysight/edu36311a) has no parameter 'votage' (it has voltage, current, output, overvoltage, voltage_measured, current_measured); did you mean 'voltage'?")]
    [InlineData("psu.vd.voltage", "'psu' has no channel 'vd' (it has vdd, ch2, ch3); did you mean 'vdd'?")]
    [InlineData("psu.voltage", "'psu.voltage' does not say which channel; write psu.vdd.voltage or psu.ch2.voltage or psu.ch3.voltage")]
    [InlineData("dmm.ch1.reading", "'reading' belongs to all of 'dmm', not to a channel; write dmm.reading")]
    [InlineData("voltage", "'voltage' is not a path; write alias.parameter or alias.channel.parameter, as in psu.vdd.voltage")]
    public async Task An_unknown_path(string path, string message)
    {
        await using var station = await TestBench.Open(ServedBench.Text);

        var resolve = () => station.Resolve(path);

        resolve.Should().Throw<PathException>().Which.Message.Should().Be(message);
    }

    [Fact]
    public async Task A_value_of_another_dimension_or_outside_range_or_bound_is_not_sent()
    {
        await using var station = await TestBench.Open(ServedBench.Text);
        await station.Set("psu.vdd.voltage", 1.25.Volts());

        await ShouldThrow<UnitMismatchException>("psu.vdd.voltage", 1.Amperes(), "psu.vdd.voltage cannot be set to 1 A: 1 A cannot be given in V (voltage): it is A (current). Nothing was sent.");
        await ShouldThrow<BoundViolationException>("psu.vdd.voltage", 5.6.Volts(), "psu.vdd.voltage cannot be set to 5.6 V: the bound of the station is 0 V to 5.5 V. Choose a value inside it, or change 'bounds' in the station file. Nothing was sent.");
        await ShouldThrow<BoundViolationException>("psu.vdd.voltage", (-1).Volts(), "psu.vdd.voltage cannot be set to -1 V: the range of keysight/edu36311a is 0 V to 6.18 V. Choose a value inside it. Nothing was sent.");
        await ShouldThrow<BoundViolationException>("dmm.nplc", 3.0, "dmm.nplc cannot be set to 3: 3 is none of 0.02, 0.2, 1, 10, 100. Nothing was sent.");
        await ShouldThrow<BoundViolationException>("dmm.function", "dc_volage", "dmm.function cannot be set to dc_volage: 'dc_volage' is none of dc_voltage, ac_voltage, resistance; did you mean 'dc_voltage'? Nothing was sent.");
        await ShouldThrow<InstrumentException>("dmm.reading", 3.Volts(), "dmm (SIM::dmm): 'dmm.reading' can only be read");

        (await station.Read("psu.vdd.voltage")).Should().Be(1.25.Volts());
        (await station.Read("dmm.nplc")).Value.Should().Be(0.02);

        async Task ShouldThrow<T>(string path, ParameterValue value, string message)
            where T : Exception
        {
            var set = async () => await station.Set(path, value);
            (await set.Should().ThrowAsync<T>()).Which.Message.Should().Be(message);
        }
    }
}
