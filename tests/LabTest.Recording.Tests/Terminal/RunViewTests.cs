using LabTest.Recording.Assertions;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;
using Spectre.Console;

namespace LabTest.Recording.Tests.Terminal;

public sealed class RunViewTests
{
    private const string Long = "Keysight Technologies,EDU36311A,CN61131234,K-01.08.03-01.00-01.08-02.00-with-options-that-nobody-counted";

    [Fact]
    public async Task Numbers_and_limits_stand_on_one_line()
    {
        var shown = await Show(80, bench => bench.Record("a_rail_with_a_name_that_is_long_for_a_terminal", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts()));

        shown.Should().Contain("│ 3.3 V │ 3.25 … 3.35 V │ Pass");
    }

    [Theory]
    [InlineData(Screen.Unlimited)]
    [InlineData(120)]
    [InlineData(80)]
    [InlineData(60)]
    [InlineData(40)]
    public async Task No_word_and_no_path_is_broken_however_narrow_the_terminal(int width)
    {
        var shown = await Show(width, bench =>
        {
            bench.Record("identity", Long).Should().Be(Long);
            bench.Record("rail", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());
            bench.Record("load_regulation/dmm.reading/a/b/c/d/e", new ReadOnlyMemory<double>([7.20315e-6, 3.29999]), Unit.Parse("V")).Should().Meet(new RangeLimit(0.Volts(), 5.Volts()));
        });

        shown.Should().Contain("identity").And.Contain("rail").And.Contain("3.3 V").And.Contain("Pass").And.Contain(Long.Split(' ')[1], "a long text stands whole below the table where its cell is cut");
        shown.Split('\n').Where(line => line.Length > 0 && line[0] is '│' or '╭').Should().OnlyContain(line => line.TrimEnd().Length <= width);
        shown.Split('\n').Should().Contain(line => line.StartsWith("Report: ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("report.html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_narrow_terminal_has_fewer_columns_and_a_pipe_has_all_of_them()
    {
        Task<string> At(int width) => Show(width, bench => bench.Record("a_rail_with_a_name_that_is_long", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts()));

        (await At(60)).Should().Contain("a_rail_with_a_name_that_is_long │ 3.3 V │ Pass").And.NotContain("3.25 … 3.35 V");
        (await At(Screen.Unlimited)).Should().Contain("a_rail_with_a_name_that_is_long │ 3.3 V │ 3.25 … 3.35 V │ Pass");
    }

    [Fact]
    public async Task Many_values_of_one_name_are_one_row()
    {
        var shown = await Show(Screen.Unlimited, bench =>
        {
            for (var i = 0; i < 100; i++)
                bench.Record("v", (3.3 + i * 1e-4).Volts()).Should().BeAtLeast(3.Volts());
        });

        shown.Should().Contain("  v, 100 values ").And.Contain("3.3 … 3.3099 V");
        shown.Split('\n').Where(l => l.StartsWith('│')).Should().HaveCount(3);
    }

    [Fact]
    public async Task What_was_only_recorded_stands_behind_the_limits_of_its_test()
    {
        var shown = await Show(80, bench =>
        {
            bench.Record("vin", 4.9997.Volts());
            bench.Record("firmware", "1.2");
            bench.Record("is_warm", true);
            bench.Record("efficiency", new Quantity(0.95, Unit.One)).Should().BeAtLeast(88.Percent());
        });

        var rows = shown.Split('\n').Where(l => l.StartsWith("│   ", StringComparison.Ordinal)).Select(l => string.Join('|', l.Trim('│').Split('│').Select(c => c.Trim())));
        rows.Should().Equal("efficiency|95 %|≥ 88 %|Pass", "vin|4.9997 V||–", "firmware|1.2||–", "is_warm|yes||–");
    }

    [Fact]
    public async Task Recorded_values_do_not_drown_the_verdicts_at_the_end_of_a_run_and_show_shows_them_all()
    {
        static void Experiment(Bench bench)
        {
            bench.Record("rail", 3.3.Volts()).Should().BeAtLeast(3.Volts());
            bench.Record("trace", new ReadOnlyMemory<double>([1, 2, 3]), Unit.Parse("V"));
            for (var i = 0; i < 100; i++)
                bench.Record($"v{i}", i.Volts());
            for (var i = 0; i < 40; i++)
                bench.Record("many", i.Volts());
        }

        var atTheEnd = await Show(80, Experiment);
        var whole = await Show(80, Experiment, isWhole: true);

        atTheEnd.Should().Contain("│   v0 ").And.NotContain("│   v5 ").And.Contain("97 more").And.Contain("\n97 more recorded values: labtest show");
        atTheEnd.Split('\n').Count(l => l.EndsWith("– │", StringComparison.Ordinal) || l.Contains(" –  ", StringComparison.Ordinal)).Should().Be(5);
        whole.Should().Contain("│   v99 ").And.Contain("│   trace ").And.Contain("/arrays/trace").And.Contain("many, 40 values").And.Contain("0 … 39 V").And.NotContain("more");
    }

    [Fact]
    public async Task A_pipe_gets_what_stands_below_the_table_in_one_line()
    {
        var shown = await Show(Screen.Unlimited, bench =>
        {
            for (var i = 0; i < 250; i++)
                bench.Record($"v{i}", 1.Volts()).Should().BeAtLeast(0.Volts());
        });

        shown.Split('\n').Should().Contain("50 more limits are in run.json and the report");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(40)]
    [InlineData(30)]
    public async Task A_number_and_its_unit_stand_on_one_line(int width)
    {
        var shown = await Show(width, bench => bench.Record("rail", 3.3.Volts()).Should().BeAtLeast(3.Volts()), "rail = 7.203145 µV at load.current = 800 mA, -0.0000042 % at load.current = 1 A, and 88 percentage points (−40 °C).");

        shown.Should().Contain("7.203145 µV").And.Contain("800 mA").And.Contain("-0.0000042 %").And.Contain("1 A").And.Contain("−40 °C");
    }

    [Fact]
    public async Task Which_run_it_is_stands_in_the_first_line()
    {
        await using var open = await OpenBench.On();

        var first = Show(120, open.Run, await open.Close()).Split('\n')[0];

        first.Should().StartWith(RunsFolder.NameOf(open.Run.Path)).And.MatchRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d").And.Contain("station ");
    }

    [Theory]
    [InlineData("\e[2J\e]0;title\a")]
    [InlineData("\u009b31m\u0085")]
    [InlineData("\u202e\u2066abc\u200b\ufeff")]
    [InlineData("\ud800 lone \udc00")]
    [InlineData("line\r\n::error::forged\nReport: /etc/passwd")]
    [InlineData("\0\b\u007f\u2028\u2029")]
    [InlineData("[red]not markup[/] [[")]
    public async Task No_text_of_an_instrument_commands_the_terminal(string hostile)
    {
        var shown = await Show(80, bench =>
        {
            bench.Record("answer " + hostile, hostile).Should().Be(hostile);
            bench.Record("long" + hostile, hostile + Long).Should().Be(hostile + Long);
        }, hostile);

        shown.Replace("\n", "", StringComparison.Ordinal).EnumerateRunes().Should().NotContain(r => IsUnseen(r));
        shown.Split('\n').Should().NotContain(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.StartsWith("Report: /etc", StringComparison.Ordinal));
        if (hostile[0] == '[')
            shown.Should().Contain(hostile);
    }

    [Fact]
    public async Task A_text_of_fifty_million_characters_is_cut()
    {
        var shown = await Show(Screen.Unlimited, bench => bench.Record("t", new string('x', 50_000_000)).Should().Match(".*"));

        shown.Length.Should().BeLessThan(10_000);
        shown.Should().Contain("xxx…");
    }

    [Fact]
    public async Task What_a_script_measured_is_shown_though_it_has_no_tests()
    {
        await using var open = await OpenBench.On();
        open.Bench.Record("rail", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());

        var shown = Show(80, open.Run, await open.Close());

        shown.Should().Contain("Measured outside of tests").And.Contain("│ 3.3 V │ 3.25 … 3.35 V │ Pass");
    }

    private static bool IsUnseen(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate
        or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator;

    private static async Task<string> Show(int width, Action<Bench> experiment, string? message = null, bool isWhole = false)
    {
        await using var open = await OpenBench.On();
        var test = open.Bench.Core.Run.BeginTest(new TestInfo { Id = "id", Class = "Class", Method = "Holds_its_limits", Name = "Holds_its_limits" });
        open.Bench.Core.Run.CurrentTest = () => test;
        experiment(open.Bench);
        open.Bench.Core.Run.FinishTest(test, message is null ? Verdict.Pass : Verdict.Fail, cause: null, message);
        return Show(width, open.Run, await open.Close(), isWhole);
    }

    private static string Show(int width, RunFolder folder, RunSummary summary, bool isWhole = false)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        RunView.Show(new Screen(console), folder, summary, isWhole: isWhole);
        return text.ToString();
    }
}
