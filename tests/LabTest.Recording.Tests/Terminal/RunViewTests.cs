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
        var shown = await Show(80, bench => bench.Record("a_rail_with_a_name_that_is_quite_long_for_a_terminal", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts()));

        shown.Should().Contain("│ 3.3 V │ 3.25 … 3.35 V │ Pass");
    }

    [Theory]
    [InlineData(120)]
    [InlineData(80)]
    [InlineData(60)]
    public async Task A_long_text_is_wrapped_and_hides_nothing(int width)
    {
        var shown = await Show(width, bench =>
        {
            bench.Record("identity", Long).Should().Be(Long);
            bench.Record("rail", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());
        });

        shown.Should().Contain("identity").And.Contain("rail").And.Contain("3.3 V").And.Contain("Pass");
        shown.Split('\n').Should().OnlyContain(line => line.StartsWith("Run: ", StringComparison.Ordinal) || line.StartsWith("Report: ", StringComparison.Ordinal) || line.TrimEnd().Length <= width);
    }

    [Fact]
    public async Task What_a_script_measured_is_shown_though_it_has_no_tests()
    {
        await using var open = await OpenBench.On();
        open.Bench.Record("rail", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());

        var shown = Show(80, open.Run, await open.Close());

        shown.Should().Contain("Measured outside of tests").And.Contain("│ 3.3 V │ 3.25 … 3.35 V │ Pass");
    }

    private static async Task<string> Show(int width, Action<Bench> experiment)
    {
        await using var open = await OpenBench.On();
        var test = open.Bench.Core.Run.BeginTest(new TestInfo { Id = "id", Class = "Class", Method = "Holds_its_limits", Name = "Holds_its_limits" });
        open.Bench.Core.Run.CurrentTest = () => test;
        experiment(open.Bench);
        open.Bench.Core.Run.FinishTest(test, Verdict.Pass, cause: null, message: null);
        return Show(width, open.Run, await open.Close());
    }

    private static string Show(int width, RunFolder folder, RunSummary summary)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        RunView.Show(console, folder, summary);
        return text.ToString();
    }
}
