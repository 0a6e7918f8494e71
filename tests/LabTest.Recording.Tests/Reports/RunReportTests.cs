using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LabTest.Recording.Assertions;
using LabTest.Recording.Journal;
using LabTest.Recording.Reports;
using LabTest.Recording.Reports.Markdown;
using LabTest.Recording.Runs;
using LabTest.Testing;

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

        run.Report().Should().Contain("<dd>A\\u202EB\\x00C\\u2066D\\x1BE</dd>");
    }

    [Fact]
    public void A_run_that_was_killed_has_a_report_too()
    {
        using var run = new SampleRun().Everything();
        run.Recorder.BeginTest(new TestInfo { Id = "x", Class = "Sample.X", Method = "Is_killed", Name = "Is_killed" });

        using var folder = new TemporaryFolder();
        var killed = new RunFolder(folder.Path);
        File.Copy(run.Folder.Journal, killed.Journal);

        RunReport.Write(killed, RunSummary.Read(killed));

        var page = Text(File.ReadAllText(killed.Report));
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
    public void A_sweep_by_ratio_has_a_logarithmic_axis_and_shows_its_limit()
    {
        using var run = SampleRun.Long();

        var plot = Plots(run.Report()).Single(p => (string?)p["y"]!["title"] == "psrr (dB)");

        ((bool?)plot["x"]!["log"]).Should().BeTrue();
        ((double)plot["x"]!["from"]!, (double)plot["x"]!["to"]!, (string?)plot["x"]!["unit"]).Should().Be((0.1, 100, "kHz"));
        ((double)plot["lower"]!).Should().Be(40).And.BeLessThan((double)plot["y"]!["to"]!, "the limit is in view though no value comes near");
    }

    [Fact]
    public void Traces_of_a_sweep_lie_over_each_other_with_a_key_each()
    {
        using var run = SampleRun.Long();

        var plots = Plots(run.Report()).Where(p => ((string?)p["y"]!["title"])!.StartsWith('v')).ToArray();

        plots.Where(p => p["tables"] is not null).Select(p => (string?)p["y"]!["title"]).Should().Equal("vin (V)", "vout (V)");
        plots[0]["series"]!.AsArray().Select(s => (string?)s).Should().HaveCount(7).And.StartWith("frequency 100 Hz").And.EndWith("frequency 100 kHz");
        plots[0]["tables"]!.AsArray().Should().HaveCount(7).And.OnlyContain(t => t!.AsArray().Count == 2 && t[0]!.AsArray().Count <= 400, "the traces share the room of one");
    }

    [Fact]
    public void Values_taken_over_time_are_a_plot_with_statistics_instead_of_a_paragraph()
    {
        using var run = SampleRun.Long();

        var page = run.Report();

        var plot = Plots(page).Single(p => (string?)p["y"]!["title"] == "v_cell (V)");
        ((string?)plot["x"]!["title"], plot["data"]![0]!.AsArray().Count).Should().Be(("elapsed (min)", 120));
        Text(page).Should().MatchRegex(@"v_cell 120 3\.80\d+ V 17\d(\.\d)? mV 3\.50\d+ V 4\.1\d+ V -59\d mV in 1 h 59 min").And.MatchRegex("i_cell 120 1 A 0 A 1 A 1 A 0 A in 1 h 59 min");
        Text(page).Should().Contain("240 measurements · 2 h 0 min of virtual time (").And.NotContain("and 180 more");
    }

    [Fact]
    public void A_flag_does_not_stand_under_at_least()
    {
        using var run = SampleRun.Long();

        run.Report().Should().Contain("""<td role="cell"></td><td role="cell" class="words" colspan="2">expected: yes</td>""");
    }

    [Fact]
    public void A_page_stays_small_however_long_its_texts_are_and_says_where_they_are_whole()
    {
        using var run = new SampleRun();
        for (var test = 0; test < 100; test++)
            run.Test($"Says_much_{test}", t => { for (var i = 0; i < 100; i++) run.Record(t, "t" + i, new TextValue(new string('<', 100_000))).Should().Match("<"); });
        run.Test("Says_all", t => run.Record(t, "all", new TextValue(new string('x', 20_000_000))).Should().Be("y"));

        var page = run.Report();

        page.Length.Should().BeLessThan(16_000_000, "each < takes four characters");
        page.Should().Contain("(20,000,000 characters; the whole is in events.jsonl)");
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

    private static JsonNode[] Plots(string page) =>
        [.. Regex.Matches(page, "<script type=\"application/json\">(.*?)</script>").Select(m => JsonNode.Parse(m.Groups[1].Value)!)];

    /// <summary>Numbers that no unit can hold, in every kind of thing that a report shows.</summary>
    public static TheoryData<double, string> Extremes()
    {
        var all = new TheoryData<double, string>();
        foreach (var value in (double[])[double.MaxValue, double.MinValue, double.Epsilon, 1e-310, double.PositiveInfinity, double.NegativeInfinity, double.NaN, -0.0, 1e300])
        {
            foreach (var unit in (string[])["kV", "V", "nV", "", "%", "°C", "h"])
                all.Add(value, unit);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void A_number_that_no_unit_holds_does_not_cost_the_report(double value, string symbol)
    {
        using var run = new SampleRun();
        var unit = Unit.Parse(symbol);
        var quantity = new Quantity(value, unit);
        var other = symbol switch { "°C" => "°F", "h" => "ns", "" => "ppm", "%" => "", "kV" => "nV", _ => "kV" };
        var (one, far) = (new Quantity(1, unit), new Quantity(1, Unit.Parse(other)));
        double[] series = [1, 2, value, 3, -value, 1];
        for (var load = 0; load < 5; load++)
        {
            var at = new Quantity(load == 2 ? value : load, Unit.Parse("kA"));
            run.Test("Sweeps", t =>
            {
                Judge(run.Record(t, "swept", quantity), far, far);
                Judge(run.Record(t, "far", one), new Quantity(-value, unit), quantity);
                Judge(run.Record(t, "uncertain", one, Difference(quantity.Abs())), one, far);
                run.Record(t, "plain", quantity);
            }, conditions: [new Condition("load", at)]);
        }

        run.Test("Repeats", t =>
        {
            for (var i = 0; i < 20; i++)
                Judge(run.Record(t, "trend", i == 7 ? quantity : new Quantity(i, Unit.Parse(other))), new Quantity(-value, unit), quantity);
        });
        run.Test("Repeats_what_is_far", t =>
        {
            for (var i = 0; i < 20; i++)
                Judge(run.Record(t, "trend", i == 7 ? quantity : i == 8 ? new Quantity(-value, unit) : new Quantity(i, unit)), one, far);
        });
        run.Test("Takes_numbers", t =>
        {
            Judge(run.Record(t, "wave", new WaveformValue(new Waveform(series, unit, 1.Microseconds(), 0.Seconds()))), far, quantity);
            run.Record(t, "timed", new WaveformValue(new Waveform(series, Unit.Parse(other), new Quantity(Math.Abs(value) is > 0 and < double.PositiveInfinity and var apart ? apart : 1, Unit.Parse("ks")), 0.Seconds())));
            run.Record(t, "array", new ArrayValue(series, unit));
            run.Record(t, "table", new TableValue(new Data.Table(Data.Columns.Of("x", series, Unit.One), Data.Columns.Of("y", series, unit))));
        });

        var page = run.Report();

        Regex.Matches(page, "(?<=<script type=\"application/json\">).*?(?=</script>)", RegexOptions.Singleline).Select(m => JsonNode.Parse(m.Value)).Should().OnlyContain(p => p != null).And.NotBeEmpty();
        Regex.Matches(page, "(?<= (?:d|x|y|x1|x2|y1|y2|cx|cy|width|height)=\")[^\"]*").Select(m => m.Value).Should().NotContain(v => v.Contains("NaN") || v.Contains('∞') || v.Contains("Infinity"));
        JsonNode.Parse(File.ReadAllText(run.Folder.RunJson)).Should().NotBeNull();
        File.ReadLines(run.Folder.Journal).Should().OnlyContain(l => JsonNode.Parse(l) != null);
        MarkdownReport.Of(RunSummary.Read(run.Folder), 1 << 20).Should().Contain("Sweeps");

        Quantity Difference(Quantity of) => unit.Kind == UnitKind.Affine ? new Quantity(of.Value, Unit.Parse("K")) : of;

        static void Judge(Measurement measurement, Quantity lower, Quantity upper)
        {
            try
            {
                measurement.Should().BeWithin(lower, upper);
            }
            catch (Exception e) when (e is LimitException or ArgumentException)
            {
                // A limit of no number is refused, and the value is recorded all the same.
            }
        }
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
