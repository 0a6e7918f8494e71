using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Plots;

namespace LabTest.Recording.Tests.Reports;

/// <summary>Which traces lie over each other in one plot.</summary>
public sealed class TraceGroupTests
{
    [Fact]
    public void Traces_of_one_name_are_one_plot_unless_some_are_much_shorter()
    {
        Groups(1, 2, 0.1, 0.2).Should().Equal(2, 2);
    }

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NaN)]
    [InlineData(1, double.NaN)]
    public void A_trace_whose_axis_is_damaged_is_in_a_group_too(double first, double second)
    {
        Groups(first, second).Sum().Should().Be(2);
    }

    private static int[] Groups(params double[] intervals) =>
        [.. WaveformPlots.Groups(intervals.Select(Trace)).Take(10).Select(g => g.Count)];

    private static WaveformPlots.Trace Trace(double interval) => new(
        new MeasurementTaken(null, "trace", null, null, null, "/waveforms/trace", "V", null, 1, null, [], 0, 1), "", [],
        new ArrayStored("trace", null, "/waveforms/trace", 0, 100, "V", 0, interval, "s", null));
}
