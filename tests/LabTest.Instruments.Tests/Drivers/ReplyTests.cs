using LabTest.Instruments.Checking;
using LabTest.Instruments.Tests.Serving;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Drivers;

/// <summary>Instruments that answer sets, echo, prompt or put a status before each answer: driver and simulator speak the same wire.</summary>
public sealed class ReplyTests
{
    private const string Profile = """
        idn: '^ACME,(?<model>R1),(?<serial>[^,]+),(?<firmware>.+)$'
        parameters:
          voltage: { scpi: "VOLTage", unit: V, range: [0, 30], init: 0 }
          output: { get: "OUTPut?", set: { send: "OUTPut {value}", reply: OWN }, type: bool, init: false }
          name: { scpi: "NAME", type: text, init: "a b" }
          trace:
            type: waveform
            preamble: { get: "PREamble?", fields: [points, xinc] }
            get: "DATA?"
            block: { sample: int16, order: big }
            x: { unit: s, value: "i * xinc" }
            y: { unit: V, value: "raw * 0.001" }
            sim: { preamble: { points: 100, xinc: 1e-3 }, y: "voltage" }
        actions: { go: [ { write: "GO" }, { opc: 1 s } ] }
        errors: {}
        safety: { safe_state: [ { set: { output: false } } ] }
        """;

    public static TheoryData<string, string> Links => new()
    {
        { "reply: line", "line" },
        { "reply: line", "{ match: '^DONE$' }" },
        { "reply: echo", "echo" },
        { "reply: { match: '^OK [0-9]+$' }", "none" },
        { "reply: { prompt: '> ' }", "{ prompt: '> ' }" },
        { "status: { line: '^0$' }", "none" },
        { "status: { line: '^(ok|done)$' }, reply: { match: '^(ok|done)$' }", "{ match: '^(ok|done)$' }" },
        { "confirm_queries: true", "none" },
        { "confirm_queries: true, reply: { match: '^=>$' }, status: { line: '^OK$' }, terminator: \"\\r\\n\"", "{ match: '^=>$' }" },
        { "reply: { prompt: 'cmd> ' }, terminator: \"\\r\", gap: 1 ms", "{ prompt: 'cmd> ' }" },
    };

    [Theory, MemberData(nameof(Links))]
    public async Task A_profile_with_replies_passes_its_check(string link, string own)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["it.yaml"], Text(link, own), TestContext.Current.CancellationToken);

        var report = await new FileChecker([]).Check(folder["it.yaml"], TestContext.Current.CancellationToken);

        report.Problems.Should().BeEmpty();
        report.SelfChecks.SelectMany(c => c.Problems).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Links))]
    public async Task Driver_and_served_simulator_speak_the_same_wire(string link, string own)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["it.yaml"], Text(link, own), TestContext.Current.CancellationToken);
        await using var bench = ServedBench.Start($"labtest: station/1\nname: r\ninstruments: {{ it: {{ profile: {folder["it.yaml"]} }} }}\n");
        bench.Server.WriteStation(folder["remote.yaml"]);
        await using var station = await TestBench.Open(Stations.StationLoader.Load(folder["remote.yaml"], new Stations.StationLoadOptions()));

        for (var i = 1; i < 6; i++)
        {
            await station.Set("it.voltage", i.Volts());
            (await station.Read("it.voltage")).Should().Be(i.Volts());
            await station.Set("it.output", i % 2 == 0);
            (await station.ReadText("it.name")).Should().Be("a b");
            (await station.Capture("it.trace")).Samples.ToArray().Should().AllSatisfy(s => s.Should().BeApproximately(i, 1e-3)).And.HaveCount(100);
            await station.Do(station.ResolveAction("it.go"), TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("line", null, "Nothing to hear*")]
    [InlineData("{ match: '^OK$' }", "ERROR 5", "*it was answered with 'ERROR 5', which is not as 'reply' says*")]
    [InlineData("echo", "VOLT 2", "*it was answered with 'VOLT 2', which is not its echo*")]
    [InlineData("{ prompt: '> ' }", "? ", "*'?' came where the prompt '> ' was due*")]
    public async Task A_reply_that_does_not_match_is_an_error(string reply, string? answer, string message)
    {
        await using var it = ScriptedInstrument.Make($"parameters: {{ v: {{ scpi: VOLT }}, w: {{ get: 'W?' }} }}\nlink: {{ reply: {reply} }}\n", m => m == "W?" ? "7" : m.StartsWith("VOLT", StringComparison.Ordinal) ? answer : null);
        var set = async () => await it.Set("v", 1);

        (await set.Should().ThrowAsync<LabTestException>()).WithMessage(message.StartsWith('*') ? message : $"*{message}");
        it.Driver.FaultedBecause.Should().BeNull();
    }

    private static string Text(string link, string own) => TestBench.ProfileHead + Profile.Replace("OWN", own, StringComparison.Ordinal) + $"\nlink: {{ timeout: 2 s, {link} }}\n";
}
