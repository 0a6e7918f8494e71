using System.Text;
using LabTest.Recording.Reports.Bars;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;

namespace LabTest.Recording.Reports.Markdown;

/// <summary>A run as Markdown: its verdict, what is not good, and a table of names, values, limits and verdicts. What is not good comes first and what was only recorded last, so the verdicts are what remains where there is not room for all.</summary>
internal static class MarkdownReport
{
    private const int LongestMessage = 1000;
    private const int MostMessages = 50;

    // For the line that says what is left out.
    private const int Reserve = 200;

    /// <summary>The report in at most so many bytes of UTF-8; empty where there is not even room for its head.</summary>
    public static string Of(RunSummary summary, int mostBytes)
    {
        var text = new Budgeted(mostBytes - Reserve);
        if (!text.Add(Head(summary)))
            return "";
        var bad = summary.Tests.Where(t => t.Verdict > Verdict.Skipped).OrderByDescending(t => t.Verdict).ToArray();
        AddMessages(text, bad, "not good");
        AddMessages(text, [.. summary.Tests.Where(t => t.Verdict == Verdict.Skipped)], "skipped");
        AddTable(text, Rows(summary));
        return text.ToString();
    }

    private static string Head(RunSummary summary)
    {
        var started = summary.Started;
        string?[] facts =
        [
            RunNotes.Start(summary),
            RunNotes.Duration(summary),
            summary.StationName is { } station ? $"station {MarkdownText.Code(station)}" : null,
            started?.Operator is { } person ? $"operator {MarkdownText.Code(person)}" : null,
            started?.Filter is { } filter ? $"partial: {MarkdownText.Code(filter)}" : null,
            started?.Run is { } run ? $"run {MarkdownText.Code(run)}" : null,
            Counts(summary),
        ];
        var notes = string.Concat(RunNotes.Of(summary).Where(n => n != "partial").Select(n => n == RunNotes.Simulated ? " · **SIMULATED**" : $" · {MarkdownText.Code(n)}"));
        var dut = started?.Dut is { } serial ? $" on {MarkdownText.Code(serial)}" : "";
        return $"### {Mark(summary.Verdict)} {MarkdownText.Code(started?.Project ?? "Run")}{dut}{notes}\n\n{string.Join(" · ", facts.Where(f => !string.IsNullOrEmpty(f)))}\n\n{Unsafe(summary)}";
    }

    private static string Counts(RunSummary summary) =>
        string.Join(", ", summary.Tests.GroupBy(t => t.Verdict).OrderByDescending(g => g.Key).Select(g => $"{g.Count()} {VerdictStyle.Name(g.Key)}"));

    private static string Unsafe(RunSummary summary) =>
        string.Concat(summary.NotMadeSafe.Take(MostMessages).Select(f => $"- **Not made safe** {MarkdownText.Code(f, LongestMessage)}\n"))
        + string.Concat(SafetyNote.WithoutSign(summary).Where(n => !n.IsAlarm).Take(MostMessages)
            .Select(n => $"- **Safe state cannot be confirmed** {MarkdownText.Code(n.Alias)} {MarkdownText.Code(n.Reason ?? "", LongestMessage)}\n"));

    private static void AddMessages(Budgeted text, TestSummary[] tests, string what)
    {
        var left = tests.Length - tests.Take(MostMessages).TakeWhile(t => text.Add(Message(t))).Count();
        if (left > 0)
            text.Add($"- and {Phrases.Count(left, "more test")} {what}\n");
    }

    private static string Message(TestSummary test) =>
        $"- {Mark(test.Verdict)} {MarkdownText.Code(TestNames.Sentence(test.Started!.Name))} {MarkdownText.Code(Experiment.MessageOf(test), LongestMessage)}{Place(test)}\n";

    private static string Place(TestSummary test) => test.Place is { } place ? $" ({MarkdownText.Code(place.ToString())})" : "";

    private static void AddTable(Budgeted text, IEnumerable<Row> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0 || !text.Add("\n| test | measurement | value | limits | verdict |\n| --- | --- | ---: | --- | --- |\n"))
            return;
        var shown = all.OrderBy(r => r.Rank).TakeWhile(r => text.Add(Line(r))).Count();
        if (shown < all.Length)
            text.Finish($"\n{Phrases.Count(all.Length - shown, "more row")} in the report of the run.\n");
    }

    private static IEnumerable<Row> Rows(RunSummary summary)
    {
        foreach (var test in summary.Tests.Append(summary.Outside))
        {
            var name = test.Started is { } started ? TestNames.Sentence(started.Name) : "";
            foreach (var row in LimitRows.Of(test))
                yield return new Row(name, row.Note is { } note ? $"{row.Limit.Name}, {note}" : row.Limit.Name, MeasurementText.Value(row.Taken, row.Limit), MeasurementText.Limit(row.Limit), row.Limit.Verdict);
            foreach (var row in RecordedRow.Of(test))
                yield return new Row(name, row.Name, row.Value, "", Verdict.Recorded);
        }
    }

    private static string Line(Row row) =>
        $"| {MarkdownText.Cell(row.Test)} | {MarkdownText.Cell(row.Name)} | {MarkdownText.Cell(row.Value)} | {MarkdownText.Cell(row.Limit)} | {Mark(row.Verdict)} |\n";

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "✅ Pass",
        Verdict.Marginal => "⚠️ Marginal",
        Verdict.Fail => "❌ Fail",
        Verdict.Error or Verdict.Aborted or Verdict.Inconclusive => $"❌ {verdict}",
        Verdict.NotSet => "Not set",
        _ => verdict.ToString(),
    };

    private sealed record Row(string Test, string Name, string Value, string Limit, Verdict Verdict)
    {
        /// <summary>Where it stands: what is not good, then other verdicts, then what has none.</summary>
        public int Rank => Verdict > Verdict.Skipped ? -(int)Verdict : Verdict == Verdict.Recorded ? 1 : 0;
    }

    /// <summary>Text that ends before a number of bytes.</summary>
    private sealed class Budgeted(int bytes)
    {
        private readonly StringBuilder _text = new();
        private int _left = bytes;

        public bool Add(string part)
        {
            _left -= Encoding.UTF8.GetByteCount(part);
            if (_left < 0)
                return false;
            _text.Append(part);
            return true;
        }

        public void Finish(string part) => _text.Append(part);

        public override string ToString() => _text.ToString();
    }
}
