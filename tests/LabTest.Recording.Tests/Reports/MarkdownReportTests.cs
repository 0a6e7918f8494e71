using System.Text;
using LabTest.Recording.Assertions;
using LabTest.Recording.Reports.Markdown;
using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests.Reports;

public sealed class MarkdownReportTests
{
    private const string Hostile = "`<img src=x>` | [a](https://b.c) @user #1 :tada: $x$ www.d.e\n| x | y |\n::error::z\u202e\u001b \\| ``` ~~~";

    [Fact]
    public void A_table_has_names_values_limits_and_verdicts_and_what_is_not_good_comes_first()
    {
        using var run = new SampleRun().Everything();
        run.Recorder.StationClosed([]);

        var text = Of(run);

        text.Should().StartWith("### ❌ Fail `Sample` on `SN-1` · **SIMULATED**\n");
        text.Should().Contain("- ❌ Fail `Is quiet` `ripple = 64 mV is not at most 40 mV (24 mV above).`\n");
        text.Should().Contain("| `Is quiet` | `ripple` | `64 mV` | `≤ 40 mV` | ❌ Fail |\n").And.Contain("| `Holds its rail` | `rail` | `3.3 V` | `3.25 … 3.35 V` | ✅ Pass |\n");
        text.IndexOf("| `Is quiet`", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("| `Holds its rail`", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_only_recorded_stands_behind_what_has_a_verdict_and_a_skip_says_its_reason()
    {
        using var run = new SampleRun();
        run.Test("Waits", t => run.Record(t, "delay", 2.Milliseconds()));
        run.Test("Starts", t => run.Record(t, "startup", new WaveformValue(SampleRun.Ramp(100))));
        run.Test("Holds_its_rail", t => run.Record(t, "rail", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts()));
        run.Skip("Is_warm", "no oven today");

        var text = Of(run);

        text.Should().Contain("- Skipped `Is warm` `no oven today`\n").And.Contain(
            """
            | `Holds its rail` | `rail` | `3.3 V` | `3.25 … 3.35 V` | ✅ Pass |
            | `Waits` | `delay` | `2 ms` |  | Recorded |
            | `Starts` | `startup` | `/waveforms/startup` |  | Recorded |

            """);
    }

    [Fact]
    public void Very_many_skips_leave_room_for_the_verdicts()
    {
        using var run = new SampleRun();
        for (var i = 0; i < 120; i++)
            run.Skip($"Test_{i}", new string('x', 900));
        run.Test("Holds_its_rail", t => run.Record(t, "rail", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts()));

        Of(run, 60_000).Should().Contain("- and 70 more tests skipped\n").And.Contain("| `Holds its rail` |");
    }

    [Fact]
    public void No_name_and_no_value_becomes_markup()
    {
        using var run = new SampleRun(dut: Hostile);
        run.Test("Is " + Hostile, t => run.Record(t, Hostile, new TextValue(Hostile)).Should().Be(Hostile));
        run.Test("Fails " + Hostile, t => run.Record(t, Hostile, new TextValue(Hostile)).Should().Be("x" + Hostile));

        var text = Of(run);

        text.Should().NotContainAny("\u202e", "\u001b");
        text.Split('\n').Should().OnlyContain(line => line.Length == 0 || line.StartsWith('#') || line.StartsWith('|') || line.StartsWith("- ") || line.StartsWith("20"), "a name makes no line of its own");
        foreach (var row in text.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)))
            Outside(row).Should().BeOneOf("|  |  |  |  | ✅ Pass |", "|  |  |  |  | ❌ Fail |");
    }

    [Fact]
    public void Whatever_the_names_are_each_row_has_five_cells_and_nothing_stands_outside_of_code()
    {
        var random = Effort.Random(1);
        const string some = "a|\\`<>[]()@#:$*_~!&;\"' /.\n\u2028é";
        for (var round = 0; round < Effort.Count(3_000, 100_000); round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => some[random.Next(some.Length)])]);
            var code = MarkdownText.Cell(text);

            Outside($"{code} | {code}").Should().BeOneOf([" | ", "|"], "'{0}' becomes {1}", text, code);
        }
    }

    [Fact]
    public void A_large_run_stays_below_its_bound_and_says_what_is_left_out()
    {
        using var run = new SampleRun();
        for (var test = 0; test < 60; test++)
            run.Test($"Test_{test}", t => { for (var i = 0; i < 100; i++) run.Record(t, new string('é', 300) + i, new TextValue(new string('ü', 300))).Should().Be(new string('ü', 300)); });

        var text = Of(run, 100_000);

        Encoding.UTF8.GetByteCount(text).Should().BeInRange(90_000, 100_000);
        text.Should().MatchRegex(@"[\d,]+ more rows in the report of the run.\n$");
        Of(run, 300).Length.Should().BeLessThan(300);
    }

    private static string Of(SampleRun run, int most = 1 << 20)
    {
        run.Recorder.Finish();
        return MarkdownReport.Of(RunSummary.Read(run.Folder), most);
    }

    // As GFM reads it: a bar divides cells unless a backslash stands before it, also in code; a code span ends at a run of backticks as long as the one it began with.
    private static string Outside(string row)
    {
        var cells = new List<string> { "" };
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '\\' && i + 1 < row.Length && char.IsAscii(row[i + 1]) && (char.IsPunctuation(row[i + 1]) || char.IsSymbol(row[i + 1])))
                cells[^1] += $"{row[i]}{row[++i]}";
            else if (row[i] == '|')
                cells.Add("");
            else
                cells[^1] += row[i];
        }

        return string.Join('|', cells.Select(OutsideOfCode));
    }

    private static string OutsideOfCode(string cell)
    {
        var outside = new StringBuilder();
        for (var i = 0; i < cell.Length;)
        {
            if (cell[i] != '`')
            {
                outside.Append(cell[i++]);
                continue;
            }

            var fence = new string('`', cell.Skip(i).TakeWhile(c => c == '`').Count());
            var end = System.Text.RegularExpressions.Regex.Match(cell[(i + fence.Length)..], $"(?<!`){fence}(?!`)");
            if (!end.Success)
                return "unclosed " + cell;
            i += 2 * fence.Length + end.Index;
        }

        return outside.ToString();
    }
}
