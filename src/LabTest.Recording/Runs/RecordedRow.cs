using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Bars;
using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Runs;

/// <summary>What a test recorded and held against no limit: one value, or the many numbers of one name from the least to the most.</summary>
/// <param name="Name">The name of the measurement, and of how many numbers the row is.</param>
/// <param name="Value">The value as it is shown; of a waveform, array or table where it lies in data.h5.</param>
/// <param name="IsDataset">Whether it is a waveform, an array or a table.</param>
internal sealed record RecordedRow(string Name, string Value, bool IsDataset)
{
    /// <summary>The rows of a test, in the order of its measurements.</summary>
    public static IReadOnlyList<RecordedRow> Of(TestSummary test) =>
    [
        .. test.Measurements.Where(static m => m.Limits.Count == 0).Select(static m => m.Taken).GroupBy(static m => (m.Name, m.Unit)).SelectMany(g =>
            g.Skip(LimitRows.Many - 1).Any() && test.Trends.TryGetValue(g.Key.Name, out var trend) && trend.Unit == g.Key.Unit ? [Joined(g.Key.Name, trend)] : g.Select(One)),
    ];

    private static RecordedRow One(MeasurementTaken taken) => new(taken.Name, MeasurementText.Value(taken), taken.Dataset is not null);

    private static RecordedRow Joined(string name, TrendSummary trend)
    {
        var unit = Unit.Parse(trend.Unit);
        var invalid = trend.Invalid == 0 ? "" : $", {trend.Invalid:N0} not valid";
        return new($"{name}, {Phrases.Count(trend.Count + trend.Invalid, "value")}{invalid}", MeasurementText.Span(new Quantity(trend.Least, unit), new Quantity(trend.Most, unit)), IsDataset: false);
    }
}
