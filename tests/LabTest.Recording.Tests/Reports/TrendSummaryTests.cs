using LabTest.Recording.Reports.Plots;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Tests.Reports;

public sealed class TrendSummaryTests
{
    [Theory]
    [InlineData(12)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(100_000)]
    public void It_has_the_statistics_of_all_values_and_its_line_stays_small_and_loses_no_spike(int count)
    {
        var trend = new TrendSummary("V");
        var values = Enumerable.Range(0, count).Select(i => i == count / 2 ? 50.0 : i == count / 3 ? -50 : 5 + i * 1e-5 + Math.Sin(i)).ToArray();
        for (var i = 0; i < count; i++)
            trend.Take(1_000_000_000L * i, values[i]);
        trend.Take(1_000_000_000L * count, double.NaN);

        var mean = values.Average();
        (trend.Count, trend.Invalid, trend.Least, trend.Most, trend.Seconds).Should().Be((count, 1, -50, 50, count - 1));
        trend.Mean.Should().BeApproximately(mean, 1e-9);
        trend.Deviation.Should().BeApproximately(Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (count - 1)), 1e-9);
        var slope = Enumerable.Range(0, count).Sum(i => (i - (count - 1) / 2.0) * values[i]) / Enumerable.Range(0, count).Sum(i => Math.Pow(i - (count - 1) / 2.0, 2));
        trend.Drift.Should().BeApproximately(slope * (count - 1), 1e-6);
        var line = trend.Line(since: 0).ToArray();
        line.Should().HaveCountLessThanOrEqualTo(2000).And.BeInAscendingOrder(p => p.Time);
        (line.Min(p => p.Value), line.Max(p => p.Value)).Should().Be((-50, 50));
    }

    [Theory]
    [InlineData(true, "1, 10, 100")]
    [InlineData(true, "10, 20, 50, 100, 200, 500")]
    [InlineData(true, "100, 316.2278, 1000, 3162.278")]
    [InlineData(false, "0, 1, 10, 100")]
    [InlineData(false, "-1, 1, 10, 100")]
    [InlineData(false, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10")]
    [InlineData(false, "1, 2, 4")]
    [InlineData(false, "1, 100")]
    public void An_axis_is_logarithmic_where_its_places_follow_by_ratio(bool expected, string places) =>
        AxisSpacing.IsLogarithmic(places.Split(", ").Select(p => double.Parse(p, System.Globalization.CultureInfo.InvariantCulture))).Should().Be(expected);

    [Theory]
    [InlineData(0.1, 100, "0.1 1 10 100")]
    [InlineData(20, 300, "20 50 100 200")]
    [InlineData(1, 1e12, "1 100 1E+04 1E+06 1E+08 1E+10 1E+12")]
    public void A_logarithmic_axis_is_marked_at_decades(double from, double to, string marks) =>
        string.Join(' ', new PlotAxis("f", Unit.One, from, to, IsLogarithmic: true).Ticks(6).Select(t => t.Text)).Should().Be(marks);

    [Theory]
    [InlineData(30, "s")]
    [InlineData(300, "min")]
    [InlineData(7200, "h")]
    [InlineData(0.002, "ms")]
    public void A_long_time_is_shown_in_minutes_and_hours(double seconds, string unit) => PlotAxis.OfTime(seconds).Symbol.Should().Be(unit);
}
