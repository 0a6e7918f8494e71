using LabTest.Recording.Reports.Bars;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Terminal;

/// <summary>The verdict table of a run: a heading a test, and under it what was held against limits, then what was only recorded.</summary>
internal static class VerdictTable
{
    private const int MostRows = 200;

    // At the end of a run, and where the whole is asked for.
    private static readonly (int ATest, int All) Few = (5, 25);
    private static readonly (int ATest, int All) Many = (500, 2000);

    /// <summary>A text that is longer is cut in its cell; a terminal shows the whole below the table.</summary>
    private const int LongestCell = 28;

    /// <summary>Makes the table.</summary>
    /// <param name="summary">The run.</param>
    /// <param name="isUnlimited">Whether it goes to a file or a pipe, where lines have no width.</param>
    /// <param name="isWhole">Whether it shows all that was only recorded, or a little of it: the verdicts are what a run ends with.</param>
    public static ScreenTable Of(RunSummary summary, bool isUnlimited, bool isWhole)
    {
        var table = new ScreenTable(
            new ScreenColumn("test and measurement") { MayWrap = true, Least = 30 },
            new ScreenColumn("value") { IsNumber = true },
            new ScreenColumn("limit") { Drop = 1 },
            new ScreenColumn("verdict"));
        var longest = isUnlimited ? RunView.LongestMessage : LongestCell;
        var limits = 0;
        var recorded = Recorded(summary, isWhole);
        foreach (var kept in summary.Kept())
            table.Add($"[bold]{kept.Key.By}: {Phrases.Count(kept.Count(), "test")} did not run[/]", ScreenMarkup.None, ScreenMarkup.None, VerdictStyle.Markup(kept.Key.Verdict));
        foreach (var test in summary.WithOutside().Where(t => t.Finished?.KeptFromRunningBy is null))
        {
            var name = test.Started is { } started ? TestNames.Sentence(started.Name) : "Measured outside of tests";
            var (shown, left) = recorded[test];
            var more = left == 0 ? "" : shown.Count == 0 ? $"{left:N0} recorded" : $"{left:N0} more";
            table.Add($"[bold]{Short(name, RunView.LongestMessage)}[/]", $"[dim]{more}[/]", ScreenMarkup.None, test.IsUnderWay ? VerdictStyle.Running : VerdictStyle.Markup(test.Verdict));
            foreach (var row in LimitRows.Of(test))
            {
                if (++limits <= MostRows)
                    table.Add($"  {Short(NameOf(row), RunView.LongestMessage)}", $"{Short(MeasurementText.Value(row.Taken, row.Limit), longest)}", $"{Short(MeasurementText.Limit(row.Limit), longest)}", VerdictStyle.Markup(row.Limit.Verdict));
            }

            foreach (var row in shown)
                table.Add($"  {Short(row.Name, RunView.LongestMessage)}", $"{Short(row.Value, longest)}", ScreenMarkup.None, ScreenMarkup.Of($"[dim]–[/]"));
        }

        AddSafety(table, summary, longest);
        if (limits > MostRows)
            table.Notes.Add($"{Phrases.Count(limits - MostRows, "more limit")} {(limits - MostRows == 1 ? "is" : "are")} in run.json and the report");
        if (recorded.Values.Sum(static r => (long)r.Left) is > 0 and var unseen)
            table.Notes.Add($"{Phrases.Count(unseen, "more recorded value")}: {(isWhole ? "the report" : "labtest show")}");
        return table;
    }

    // Tests that are not good come first where there is not room for all. At the end of a run a test shows some of its values, or none where few are left: half of a
    // place in a sweep says nothing.
    private static Dictionary<TestSummary, (IReadOnlyList<RecordedRow> Shown, int Left)> Recorded(RunSummary summary, bool isWhole)
    {
        var (most, room) = isWhole ? Many : Few;
        var recorded = new Dictionary<TestSummary, (IReadOnlyList<RecordedRow> Shown, int Left)>();
        foreach (var test in summary.WithOutside().OrderByDescending(static t => t.Verdict > Verdict.Skipped ? t.Verdict : Verdict.NotSet))
        {
            var rows = RecordedRow.Of(test);
            RecordedRow[] shown = [.. rows.Where(r => isWhole || !r.IsDataset).Take(most)];
            if (shown.Length > room)
                shown = [];
            room -= shown.Length;
            recorded[test] = (shown, rows.Count - shown.Length);
        }

        return recorded;
    }

    // What gave no sign of its safe state, in every run.
    private static void AddSafety(ScreenTable table, RunSummary summary, int longest)
    {
        var notes = SafetyNote.WithoutSign(summary);
        if (notes.Count == 0)
            return;
        table.Add($"[bold]Safe state[/]", ScreenMarkup.None, ScreenMarkup.None, notes.Any(n => n.IsAlarm) ? VerdictStyle.Markup(Verdict.Error) : ScreenMarkup.None);
        foreach (var note in notes)
        {
            var name = note.IsAlarm ? note.Alias : $"{note.Alias}: {note.Reason}";
            table.Add($"  {Short(name, RunView.LongestMessage)}", $"{Short(note.Words, longest)}", ScreenMarkup.None, note.IsAlarm ? VerdictStyle.Markup(Verdict.Error) : ScreenMarkup.Of($"[dim]no sign[/]"));
        }
    }

    /// <summary>The tests that something else kept from running, by what that was: one row and one message, however many they are.</summary>
    public static IEnumerable<IGrouping<(string By, Verdict Verdict, string? Message), TestSummary>> Kept(this RunSummary summary) => summary.Tests
        .Where(t => t.Finished?.KeptFromRunningBy is not null).GroupBy(t => (t.Finished!.KeptFromRunningBy!, t.Verdict, t.Finished.Message));

    /// <summary>The texts that a terminal's table cuts, each with its name.</summary>
    public static IEnumerable<(string Name, string Text)> Cut(RunSummary summary) =>
        from test in summary.WithOutside()
        from measurement in test.Measurements
        where measurement.Limits.Count > 0 && measurement.Taken.Text?.Length > LongestCell
        select (measurement.Taken.Name, measurement.Taken.Text);

    // Many values of one name are one row, and those of them that are not good.
    private static string NameOf(LimitRow row) => row.Note is { } note ? $"{row.Limit.Name}, {note}" : row.Limit.Name;

    private static string Short(string text, int most) => PrintableText.OneLine(text, most);

    private static IEnumerable<TestSummary> WithOutside(this RunSummary summary) => summary.Outside.Count > 0 ? [.. summary.Tests, summary.Outside] : summary.Tests;
}
