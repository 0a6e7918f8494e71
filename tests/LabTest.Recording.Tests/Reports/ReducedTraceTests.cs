using LabTest.Recording.Reports.Plots;

namespace LabTest.Recording.Tests.Reports;

public sealed class ReducedTraceTests
{
    [Theory]
    [InlineData(1_000_000, 1000)]
    [InlineData(1_000_003, 1000)]
    [InlineData(2001, 1000)]
    [InlineData(2_000, 7)]
    public void No_spike_is_lost_however_many_samples_there_are(int rows, int buckets)
    {
        var samples = Enumerable.Range(0, rows).Select(i => Math.Sin(i * 1e-3)).ToArray();
        var spikes = new[] { 0, rows / 3, rows / 2 + 1, rows - 1 };
        foreach (var spike in spikes)
            samples[spike] = 100 + spike;
        var trace = new ReducedTrace(rows, buckets);

        // In parts, as a file is read.
        for (var at = 0; at < rows; at += 777)
            trace.Add(samples.AsSpan(at, Math.Min(777, rows - at)));

        trace.IsReduced.Should().BeTrue();
        trace.Values.Should().HaveCount(2 * buckets);
        if (buckets >= 1000)
            trace.Values.Should().Contain(spikes.Select(s => 100.0 + s));
        trace.Values.Max().Should().Be(samples.Max());
        trace.Values.Min().Should().Be(samples.Min());
        (trace.Step * trace.Values.Length).Should().BeApproximately(rows, 1e-6);
    }

    [Fact]
    public void A_short_trace_stays_as_it_is()
    {
        var trace = new ReducedTrace(3);
        trace.Add([1, double.NaN, 2]);

        trace.Values.Should().Equal(1, double.NaN, 2);
        trace.Step.Should().Be(1);
    }

    [Fact]
    public void A_gap_stays_a_gap_and_does_not_hide_its_neighbours()
    {
        var trace = new ReducedTrace(8, 2);
        trace.Add([double.NaN, 5, 1, double.NaN]);
        trace.Add([double.NaN, double.NaN, double.NaN, double.NaN]);

        trace.Values.Should().Equal(5, 1, double.NaN, double.NaN);
    }
}
