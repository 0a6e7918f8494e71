using System.Text.RegularExpressions;
using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Markdown;
using LabTest.Recording.Terminal;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>
/// Whether an output is off at the end of a run, with supplies on real sockets that do what real ones do: the record, the terminal, the report and the exit code
/// say what is so.
/// </summary>
public sealed class SafeAtTheEndTests
{
    private const int Patience = 300_000;
    private const int AtOnce = 3;

    private const string Profile = """
        labtest: instrument/1
        id: acme/unruly
        idn: '^ACME,(?<model>[^,]+),(?<serial>[^,]+)'
        link: { timeout: TIMEOUT }
        parameters:
          voltage: { scpi: VOLTage, unit: V, range: [0, 30], init: 0 }
          output: { scpi: OUTPut, type: bool, init: false }
          measured: { get: "MEASure?", unit: V }
        safety: { safe_state: [ { set: { output: false } }, { set: { voltage: 0 } } ], deadline: DEADLINE }
        """;

    private const string SetOnly = """
        labtest: instrument/1
        id: acme/unruly
        identify: none
        parameters:
          voltage: { set: "VOLTage {value}", unit: V, range: [0, 30], init: 0 }
          output: { set: "OUTPut {value}", type: bool, init: false }
          measured: { get: "MEASure?", unit: V }
        safety: { safe_state: [ { set: { output: false } } ]CONFIRM }
        """;

    private static readonly Row[] Rows =
    [
        new("obeys", static () => new UnrulySupply(), "read_back"),
        new("closes an idle connection", static () => new UnrulySupply { Idle = TimeSpan.FromSeconds(0.5) }, "read_back") { IdleFor = 1500 },
        new("takes one connection, and drops it, and is slow to take another", static () => new UnrulySupply { WhenMeasured = "drops", FreeAfter = TimeSpan.FromSeconds(1.5) }, "read_back"),
        new("reads back a little off", static () => new UnrulySupply { Error = 0.02 }, "read_back"),
        new("dies and comes back after two seconds", static () => new UnrulySupply { WhenMeasured = "dies", BackAfter = TimeSpan.FromSeconds(2) }, "read_back"),
        new("ignores OUTP 0", static () => new UnrulySupply { StaysOn = true }, "unconfirmed") { StaysOn = true, Said = "'psu.output' was set to off and reads back as on" },
        new("reads back far off", static () => new UnrulySupply { Error = 0.5 }, "unconfirmed") { Said = "'psu.voltage' was set to 0 V and reads back as 500 mV" },
        new("ends its answers with CR only, of a sudden", static () => new UnrulySupply { WhenMeasured = "turns to CR" }, "unconfirmed") { Said = "the safe state (OUTP 0; VOLT 0) was sent" },
        new("dies for good while another is to be made safe", static () => new UnrulySupply { WhenMeasured = "dies" }, "unconfirmed") { StaysOn = true, HasOther = true, Said = "psu" },
        new("is stuck in a query when the run is stopped, and takes another connection", static () => new UnrulySupply { WhenMeasured = "sticks" }, "read_back") { IsStopped = true, HasOther = true },
        new("is stuck as a whole when the run is stopped", static () => new UnrulySupply { WhenMeasured = "hangs" }, "unconfirmed") { IsStopped = true, StaysOn = true, HasOther = true, Said = "psu" },
        new("can give no sign, and its profile says why", static () => new UnrulySupply { IsMute = true }, "none") { Profile = SetOnly.Replace("CONFIRM", ", confirm: none, reason: it answers nothing about its settings"), Said = "it answers nothing about its settings" },
        new("can give no sign, and its profile says nothing", static () => new UnrulySupply { IsMute = true }, "unconfirmed") { Profile = SetOnly.Replace("CONFIRM", ""), Said = "it gives no sign" },
    ];

    [Fact(Timeout = Patience)]
    public async Task Outputs_end_off_or_it_is_said_that_they_may_be_on()
    {
        using var turn = new SemaphoreSlim(AtOnce);

        var results = await Task.WhenAll(Rows.Select(async row =>
        {
            await turn.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                return await Watch(row);
            }
            finally
            {
                turn.Release();
            }
        }));

        results.Should().AllBe("as it should be");
        TestContext.Current.TestOutputHelper!.WriteLine($"{results.Length} supplies");
    }

    [Theory(Timeout = Patience)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_station_that_does_not_open_leaves_a_record_of_how_its_instruments_were_left(bool isOneGone)
    {
        await using var obeying = new UnrulySupply { WasLeftOn = true };
        await using var busy = new UnrulySupply { WasLeftOn = true, IsBusy = true };
        var closed = new UnrulySupply();
        await closed.DisposeAsync();
        using var subject = Subject.Outcomes();
        await File.WriteAllTextAsync(subject.Folder["psu.yaml"], Profile.Replace("TIMEOUT", "1 s", StringComparison.Ordinal).Replace("DEADLINE", "3 s", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(subject.Folder["station.yaml"], $$"""
            labtest: station/1
            name: my_bench
            simulate: never
            instruments:
              obeying: { profile: psu.yaml, address: "{{obeying.Address}}" }
              busy: { profile: psu.yaml, address: "{{busy.Address}}" }
            {{(isOneGone ? $"  gone: {{ profile: psu.yaml, address: \"{closed.Address}\" }}" : "")}}
            """, TestContext.Current.CancellationToken);

        var run = await subject.Run("--filter-class", "Outcomes.Supplies", "--lab-station", subject.Folder["station.yaml"]);

        var left = run.Summary.Closed!.Instruments.Select(i => (i.Alias, i.Sign)).ToArray();
        left.Should().BeEquivalentTo([("obeying", "read_back"), ("busy", "unconfirmed"), .. isOneGone ? new[] { ("gone", "unconfirmed") } : []]);
        obeying.IsOn.Should().BeFalse();
        string[] expected = ["not made safe busy (", .. isOneGone ? new[] { "not made safe gone (" } : [], "station my_bench"];
        foreach (var text in expected)
            Regex.Replace(run.Output, @"\s+", " ").Should().Contain(text);
        run.Summary.NotMadeSafe.Should().HaveCount(isOneGone ? 2 : 1).And.Contain(f => f.Contains("OUTP 0; VOLT 0", StringComparison.Ordinal) && f.Contains("BUSY", StringComparison.Ordinal));
        if (isOneGone)
            run.Summary.NotMadeSafe.Should().Contain(f => f.StartsWith("gone (", StringComparison.Ordinal) && f.Contains("it is not known to be safe; check the outputs by hand. No connection", StringComparison.Ordinal));
        (run.ExitCode, run.Summary.Verdict).Should().Be((2, Verdict.Error));
        RunNotes.Of(run.Summary).Should().Contain("not made safe");
        (await File.ReadAllTextAsync(run.Folder!.Report, TestContext.Current.CancellationToken)).Should().Contain("Not made safe: check the bench").And.Contain("my_bench");
        (await File.ReadAllTextAsync(run.Folder.RunJson, TestContext.Current.CancellationToken)).Should().Contain("\"sign\": \"unconfirmed\"");
        MarkdownReport.Of(run.Summary, 1 << 20).Should().Contain("**Not made safe**").And.Contain("my_bench");
        run.Output.Should().NotContain("The operation was canceled");
    }

    private static async Task<string> Watch(Row row)
    {
        await using var supply = row.Make();
        await using var other = new UnrulySupply();
        using var subject = Subject.Outcomes();
        var profile = row.Profile.Replace("TIMEOUT", row.IsStopped ? "40 s" : "1 s", StringComparison.Ordinal).Replace("DEADLINE", row.IsStopped ? "6 s" : "3 s", StringComparison.Ordinal);
        await File.WriteAllTextAsync(subject.Folder["psu.yaml"], profile);
        await File.WriteAllTextAsync(subject.Folder["other.yaml"], Profile.Replace("TIMEOUT", "1 s", StringComparison.Ordinal).Replace("DEADLINE", "4 s", StringComparison.Ordinal).Replace("unruly", "other", StringComparison.Ordinal).Replace("UNRULY", "OTHER", StringComparison.Ordinal));
        await File.WriteAllTextAsync(subject.Folder["station.yaml"], $$"""
            labtest: station/1
            name: bench
            simulate: never
            instruments:
            {{(row.HasOther ? $"  other: {{ profile: other.yaml, address: \"{other.Address}\" }}" : "")}}
              psu: { profile: psu.yaml, address: "{{supply.Address}}" }
            """);
        await using var process = subject.Start([("SUBJECT_IDLE", $"{row.IdleFor}")], "--filter-class", "Outcomes.Supplies", "--lab-station", subject.Folder["station.yaml"]);
        if (row.IsStopped)
        {
            await supply.Measured.WaitAsync(TestContext.Current.CancellationToken);
            await RunningSubject.Signal("TERM", process.Id);
        }

        var run = await subject.End(process);
        return Found(row, supply, other, run);
    }

    private static string Found(Row row, UnrulySupply supply, UnrulySupply other, SubjectRun run)
    {
        List<string> wrong = [];
        void Must(bool holds, string what)
        {
            if (!holds)
                wrong.Add(what);
        }

        var summary = run.Summary;
        var left = summary.Closed?.Instruments.SingleOrDefault(i => i.Alias == "psu");
        var report = File.Exists(run.Folder!.Report) ? System.Net.WebUtility.HtmlDecode(File.ReadAllText(run.Folder.Report)) : "";
        var isGood = !row.IsStopped && row.Sign is "read_back" or "none";
        Must(supply.IsOn == row.StaysOn, $"the output is {(supply.IsOn ? "on" : "off")}");
        Must(left?.Sign == row.Sign, $"the record says {left?.Sign ?? "nothing"}: {left?.Reason}");
        Must((run.ExitCode == 0) == isGood, $"the exit code is {run.ExitCode}");
        Must(row.Sign != "unconfirmed" || summary.Verdict == Verdict.Error, $"the verdict is {summary.Verdict}");
        Must(!isGood || summary.Verdict == Verdict.Pass, $"the verdict is {summary.Verdict}");
        Must(!row.IsStopped || row.Sign != "read_back" || summary.Verdict == Verdict.Aborted, $"the verdict is {summary.Verdict}");
        Must((summary.Closed is { Failures.Count: > 0 }) == (row.Sign == "unconfirmed"), "failures");
        if (row.Said is { } said)
        {
            Must(run.Output.Contains(said, StringComparison.Ordinal), "the terminal does not say it");
            Must(report.Contains(said, StringComparison.Ordinal), "the report does not say it");
        }

        if (row.Sign == "unconfirmed")
        {
            Must(run.Output.Contains("not made safe", StringComparison.Ordinal) && run.Output.Contains("not confirmed", StringComparison.Ordinal), "terminal or table do not say it");
            Must(report.Contains("Not made safe", StringComparison.Ordinal) && report.Contains("not confirmed", StringComparison.Ordinal), "the report does not say it");
        }

        if (row.Sign == "none")
            Must(run.Output.Contains("cannot be confirmed", StringComparison.Ordinal) && report.Contains("cannot be confirmed", StringComparison.Ordinal), "it is not said that it cannot be confirmed");
        if (row.HasOther)
        {
            Must(!other.IsOn && summary.Closed?.Instruments.Any(i => i is { Alias: "other", Sign: "read_back" }) == true, "the other is not safe");
            var actions = run.Journal.OfType<ActionDone>().ToArray();
            Must(row.Sign == "read_back" || actions[^1].Alias == "other", "the other waited for it");
        }

        return wrong.Count == 0 ? "as it should be" : $"{row.Name}: {string.Join("; ", wrong)}\n{run.Output}\n{string.Join('\n', supply.Commands)}";
    }

    private sealed record Row(string Name, Func<UnrulySupply> Make, string Sign)
    {
        public string Profile { get; init; } = SafeAtTheEndTests.Profile;

        public int IdleFor { get; init; }

        public bool StaysOn { get; init; }

        public bool HasOther { get; init; }

        public bool IsStopped { get; init; }

        public string? Said { get; init; }
    }
}
