using System.Text.RegularExpressions;
using LabTest.Recording.Assertions;
using LabTest.Recording.Journal;
using LabTest.Recording.Reports;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Tests.Reports;

public sealed class RunReportTests
{
    [Fact]
    public void The_page_shows_every_verdict_value_and_limit()
    {
        using var run = new SampleRun().Everything();

        var page = Text(run.Report());

        page.Should().Contain("Verdict: Fail").And.Contain("Sample on SN-1").And.Contain("Ada").And.Contain("bench-1").And.Contain("23 °C");
        page.Should().Contain("ripple 64 mV 40 mV Fail").And.Contain("rail 3.3000 V ± 2 mV 3.25 V 3.35 V Pass").And.Contain("edge 3.349 V 3.25 V 3.35 V Marginal");
        page.Should().Contain("efficiency load 100 mA 90 % 88 % Pass").And.Contain("firmware 1.2 equal to '1.2' Pass").And.Contain("delay 2 ms");
        page.Should().Contain("ripple = 64 mV is not at most 40 mV (24 mV above).").And.Contain("Category Category value");
        page.Should().Contain("0.1.0").And.Contain(".NET 10").And.Contain("psu.vdd.voltage 3.3 V").And.Contain("CAL-7 of 2025-01-01");
    }

    [Fact]
    public void What_is_not_good_comes_first()
    {
        using var run = new SampleRun().Everything();

        var titles = Regex.Matches(run.Report(), "<span class=\"title\">(.*?)</span>").Select(m => m.Groups[1].Value);

        titles.Should().Equal("Is quiet", "Holds its rail", "Is close to its limit", "Has its firmware", "Is efficient", "Starts", "Waits");
    }

    [Fact]
    public void A_bar_is_also_there_in_words()
    {
        using var run = new SampleRun().Everything();

        var page = run.Report();

        page.Should().Contain("""<svg class="bar v-fail" role="img" aria-label="64 mV, allowed at most 40 mV: Fail">""");
        page.Should().MatchRegex("role=\"img\" aria-label=\"startup: startup over time \\(ms\\), from -1 ms to 3.9975 ms. Values from 0 V to 3.2989 V.\"");
    }

    [Fact]
    public void A_simulated_run_says_so_and_a_real_one_does_not()
    {
        using var simulated = new SampleRun(isSimulated: true).Everything();
        using var real = new SampleRun(isSimulated: false).Everything();

        simulated.Report().Should().Contain("<strong>SIMULATED</strong>").And.Contain("@top-center{content:\"SIMULATED\"").And.MatchRegex("<title>Fail .* SIMULATED</title>");
        real.Report().Should().NotContain("SIMULATED").And.Contain("TCPIP0::10.0.0.5::5025::SOCKET");
    }

    [Fact]
    public void An_overdue_calibration_is_marked()
    {
        using var run = new SampleRun(isOverdue: true);

        Text(run.Report()).Should().Contain("Overdue since 2026-01-01");
    }

    [Fact]
    public void Outputs_that_could_not_be_made_safe_come_before_everything_else()
    {
        using var run = new SampleRun().Everything();
        run.Recorder.StationClosed([new TimeoutException("psu does not answer; its output may be on")]);

        var page = Text(run.Report());

        page.IndexOf("Not made safe", StringComparison.Ordinal).Should().BeGreaterThan(0).And.BeLessThan(page.IndexOf("1 test not good", StringComparison.Ordinal));
        page.Should().Contain("psu does not answer; its output may be on").And.Contain("Verdict: Error");
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        const string hostile = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">'\"&amp;";
        using var run = new SampleRun(dut: hostile);
        run.Recorder.Warn(scope: null, hostile, hostile);
        run.Test(hostile, t =>
        {
            run.Record(t, hostile, new TextValue(hostile)).Should().Be(hostile);
            run.Record(t, hostile + "/wave", new WaveformValue(SampleRun.Ramp(50)));
            run.Record(t, "value", 1.Volts()).Should().BeAtMost(0.5.Volts(), because: hostile);
        }, traits: [hostile], conditions: [new Condition(hostile, 1.Amperes())]);

        var page = run.Report();

        page.Should().NotContain("<script>document").And.NotContain("<img").And.NotContain("onerror=\"document");
        Regex.Count(page, "<script").Should().Be(Regex.Count(page, "</script>")).And.Be(3, "two scripts and the numbers of one plot");
        page.Should().Contain("&lt;/script&gt;&lt;script&gt;document.title=&#x27;taken&#x27;");
    }

    [Fact]
    public void Characters_that_turn_or_hide_text_are_shown()
    {
        using var run = new SampleRun(dut: "A\u202EB\u0000C\u2066D\u001bE");

        run.Report().Should().Contain("<dd>A\uFFFDB\uFFFDC\uFFFDD\uFFFDE</dd>");
    }

    [Fact]
    public void A_run_that_was_killed_has_a_report_too()
    {
        using var run = new SampleRun().Everything();
        run.Recorder.BeginTest(new TestInfo { Id = "x", Class = "Sample.X", Method = "Is_killed", Name = "Is_killed" });

        RunReport.Write(run.Folder, RunSummary.Read(run.Folder));

        var page = Text(File.ReadAllText(run.Folder.Report));
        page.Should().Contain("Verdict: Aborted partial run").And.Contain("The test never came to its end.").And.Contain("The station was never closed").And.Contain("interrupted: the run never came to its end");
    }

    [Fact]
    public void Without_data_the_page_says_what_is_missing()
    {
        using var run = new SampleRun().Everything();
        run.Report();
        File.Delete(run.Folder.Data);

        RunReport.Write(run.Folder, RunSummary.Read(run.Folder));

        File.ReadAllText(run.Folder.Report).Should().Contain("Waveforms are not shown: There is no data.h5");
        Directory.GetFiles(run.Folder.Path, "*.tmp").Should().BeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void A_hundred_thousand_measurements_make_a_page_that_opens(int tests)
    {
        using var run = new SampleRun();
        var summary = Huge(tests, 100_000);

        RunReport.Write(run.Folder, summary);

        new FileInfo(run.Folder.Report).Length.Should().BeLessThan(6_000_000);
        var page = Text(File.ReadAllText(run.Folder.Report));
        page.Should().Contain("What this page leaves out").And.Contain("Measurements 100,000").And.Contain("99999 V", "the one that failed is never left out");
    }

    [Fact]
    public void Many_values_of_one_name_are_one_bar_and_a_trend_and_those_that_are_not_good()
    {
        using var run = new SampleRun();
        run.Test("Is_quiet_for_long", t =>
        {
            using var scope = new FluentAssertions.Execution.AssertionScope();
            for (var i = 0; i < 300; i++)
                run.Record(t, "noise", (i == 250 ? 9.0 : i % 10 * 0.1).Millivolts()).Should().BeAtMost(1.Millivolts());
            scope.Discard();
        });

        var page = run.Report();

        Regex.Count(page, "<svg class=\"bar").Should().Be(2);
        Text(page).Should().Contain("noise 300 values, 1 not good 0 … 9 mV 1 mV Fail").And.Contain("noise #251 9 mV 1 mV Fail").And.MatchRegex("noise 300 values .*limit ≤ 1 mV");
    }

    [Fact]
    public void A_missing_or_infinite_value_is_shown_as_what_it_is()
    {
        using var run = new SampleRun();
        run.Test("Has_no_value", t => run.Record(t, "none", double.NaN.Volts()).Should().BeAtMost(1.Volts()));
        run.Test("Is_endless", t => run.Record(t, "endless", double.PositiveInfinity.Volts()).Should().BeAtMost(1.Volts()));

        var page = run.Report();

        page.Should().Contain("no valid value").And.MatchRegex("""class="off" x="100%" """.Trim());
        page.Should().NotContain("NaN%").And.NotContain("∞%");
    }

    [Fact]
    public void A_report_that_cannot_be_made_does_not_take_the_rest_of_the_run_with_it()
    {
        using var run = new SampleRun();
        var summary = new RunSummary();
        summary.Take(new MeasurementTaken(null, "x", 1, null, null, null, "no such unit", null, 1, null, [], 0, 1) { Number = 1 });

        var failures = Derived.Write(run.Folder, summary);

        failures.Should().ContainSingle().Which.Message.Should().Contain("report.html").And.Contain("no such unit");
        File.Exists(run.Folder.RunJson).Should().BeTrue();
    }

    private static RunSummary Huge(int tests, int measurements)
    {
        var summary = new RunSummary();
        var number = 1;
        for (var test = 0; test < tests; test++)
        {
            var at = number++;
            summary.Take(new TestStarted("id", "Sample.Class", $"Method_{test % 5000}", $"Method_{test}", new Dictionary<string, IReadOnlyList<string>>(), [], null, null, 1) { Number = at });
            var verdict = Verdict.Pass;
            for (var i = 0; i < measurements / tests; i++)
            {
                var count = test * (measurements / tests) + i;
                verdict = verdict.Worse(count == 99_999 ? Verdict.Fail : Verdict.Pass);
                var taken = new MeasurementTaken(at, "x", count, null, null, null, "V", null, 1, null, [], i, 1) { Number = number++ };
                summary.Take(taken);
                summary.Take(new LimitJudged(at, taken.Number, "x", "range", 0, 99_998, null, null, "V", null, null, null, count == 99_999 ? Verdict.Fail : Verdict.Pass, "within 0 V and 99.998 kV") { Number = number++ });
            }

            summary.Take(new TestFinished(at, verdict, null, verdict == Verdict.Fail ? "x = 99999 V is too much" : null, 0.001, 1) { Number = number++ });
        }

        return summary;
    }

    // What a reader sees, with runs of white space as one space.
    private static string Text(string page)
    {
        var body = Regex.Replace(page[page.IndexOf("<main", StringComparison.Ordinal)..], "<script.*?</script>|<svg.*?</svg>|<wbr>", "", RegexOptions.Singleline);
        return Regex.Replace(System.Net.WebUtility.HtmlDecode(Regex.Replace(body, "<[^>]*>", " ")), @"\s+", " ");
    }
}
