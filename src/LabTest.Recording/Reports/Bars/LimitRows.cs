using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Bars;

/// <summary>The rows of a test: one a limit; many of one name and limit are one row from the least to the most, and those of them that are not good.</summary>
internal static class LimitRows
{
    /// <summary>From how many on values of one name and limit are drawn as one.</summary>
    public const int Many = 12;

    private const int MostBad = 20;

    public static IEnumerable<LimitRow> Of(TestSummary test)
    {
        var rows = test.Measurements.SelectMany(m => m.Limits.Select(l => new LimitRow(test, m.Taken, l)));
        return rows.GroupBy(r => (r.Key, r.HasBar)).SelectMany(g => g.Key.HasBar && g.Skip(Many - 1).Any() ? Joined(test, [.. g]) : g);
    }

    private static IEnumerable<LimitRow> Joined(TestSummary test, LimitRow[] rows)
    {
        var isWhole = test.Count == test.Measurements.Count;
        var joined = rows[0].Limit with
        {
            Least = rows.Select(r => r.Least).Aggregate(double.NaN, static (a, b) => b >= a ? a : double.IsNaN(b) ? a : b),
            Most = rows.Select(r => r.Most).Aggregate(double.NaN, static (a, b) => b <= a ? a : double.IsNaN(b) ? a : b),
            Verdict = rows.Select(r => r.Limit.Verdict).Worst(),
        };
        var bad = rows.Where(r => !r.Limit.Verdict.IsGood()).ToArray();
        var note = $"{rows.Length:N0} values{(isWhole ? "" : " kept")}{(bad.Length > 0 ? $", {bad.Length:N0} not good" : "")}";
        return bad.Take(MostBad).Prepend(new LimitRow(test, rows[0].Taken, joined) { Note = note });
    }
}
