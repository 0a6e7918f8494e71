using LabTest.Recording.Reports.Bars;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Terminal;

/// <summary>The verdict table of a run: a heading a test, and under it what was held against limits.</summary>
internal static class VerdictTable
{
    private const int MostRows = 200;

    /// <summary>A text that is longer is cut in its cell; a terminal shows the whole below the table.</summary>
    private const int LongestCell = 28;

    /// <summary>Makes the table.</summary>
    /// <param name="summary">The run.</param>
    /// <param name="isUnlimited">Whether it goes to a file or a pipe, where lines have no width.</param>
    public static ScreenTable Of(RunSummary summary, bool isUnlimited)
    {
        var table = new ScreenTable(
            new ScreenColumn("test and measurement") { MayWrap = true, Least = 30 },
            new ScreenColumn("value") { IsNumber = true },
            new ScreenColumn("limit") { Drop = 1 },
            new ScreenColumn("verdict"));
        var longest = isUnlimited ? RunView.LongestMessage : LongestCell;
        var limits = 0;
        foreach (var test in summary.WithOutside())
        {
            var name = test.Started is { } started ? TestNames.Sentence(started.Name) : "Measured outside of tests";
            var recorded = test.Count > 0 && test.Measurements.All(m => m.Limits.Count == 0) ? $"{test.Count} recorded" : "";
            table.Add($"[bold]{Short(name, RunView.LongestMessage)}[/]", $"[dim]{recorded}[/]", ScreenMarkup.None, test.IsUnderWay ? VerdictStyle.Running : VerdictStyle.Markup(test.Verdict));
            foreach (var row in LimitRows.Of(test))
            {
                if (++limits <= MostRows)
                    table.Add($"  {Short(NameOf(row), RunView.LongestMessage)}", $"{Short(MeasurementText.Value(row.Taken, row.Limit), longest)}", $"{Short(MeasurementText.Limit(row.Limit), longest)}", VerdictStyle.Markup(row.Limit.Verdict));
            }
        }

        AddSafety(table, summary, longest);
        if (limits > MostRows)
            table.Caption = $"{limits - MostRows} more limits are in run.json and the report";
        return table;
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

    /// <summary>The texts that a terminal's table cuts, each with its name.</summary>
    public static IEnumerable<(string Name, string Text)> Cut(RunSummary summary) =>
        from test in summary.WithOutside()
        from measurement in test.Measurements
        where measurement.Limits.Count > 0 && measurement.Taken.Text?.Length > LongestCell
        select (measurement.Taken.Name, measurement.Taken.Text);

    // Many values of one name are one row, and those of them that are not good.
    private static string NameOf(LimitRow row) => row.Note is { } note ? $"{row.Limit.Name}, {note}" : row.Limit.Name;

    private static string Short(string text, int most) => VisibleText.OneLine(text, most);

    private static IEnumerable<TestSummary> WithOutside(this RunSummary summary) => summary.Outside.Count > 0 ? [.. summary.Tests, summary.Outside] : summary.Tests;
}
