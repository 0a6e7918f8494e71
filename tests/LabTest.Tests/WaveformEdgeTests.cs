namespace LabTest.Tests;

/// <summary>Traces that are short, broken or more than one pulse.</summary>
public sealed class WaveformEdgeTests
{
    private static readonly Unit Volt = Unit.Parse("V");

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { double.NaN, 1, 2 })]
    [InlineData(new[] { 1, double.NaN, 2 })]
    [InlineData(new[] { 1, 2, double.NaN })]
    public void A_trace_with_a_gap_measures_nothing(double[] samples)
    {
        var trace = Trace(samples);

        Quantity[] measures =
        [
            trace.Mean(), trace.Rms(), trace.AcRms(), trace.PeakToPeak(), trace.Minimum(), trace.Maximum(), trace.Base(), trace.Top(), trace.Amplitude(),
            trace.RiseTime(), trace.FallTime(), trace.Overshoot(), trace.SettlingTime(2.Percent()), trace.Frequency(), trace.Period(),
        ];

        measures.Should().OnlyContain(m => m.IsNaN);
    }

    [Fact]
    public void A_trace_that_left_the_range_has_no_levels()
    {
        var trace = Trace([0, 0, double.PositiveInfinity, 1, 1]);

        trace.Top().IsNaN.Should().BeTrue();
        trace.RiseTime().IsNaN.Should().BeTrue();
        trace.Maximum().IsNaN.Should().BeTrue("one sample may have been anything");
        trace.Minimum().IsNaN.Should().BeTrue();
        Trace([0, 0, 9.91e37, 1, 1]).PeakToPeak().IsNaN.Should().BeTrue("that is SCPI's way to say that there is no value");
    }

    [Fact]
    public void One_sample_is_its_own_level()
    {
        var trace = Trace([3.3]);

        (trace.Base(), trace.Top(), trace.Mean()).Should().Be((3.3.Volts(), 3.3.Volts(), 3.3.Volts()));
        trace.PeakToPeak().Value.Should().Be(0);
        trace.Duration.Should().Be(0.Seconds());
    }

    [Fact]
    public void A_pulse_settles_before_it_falls()
    {
        // Up at 100, ringing down by half each 10 samples, down at 600.
        var trace = Trace([.. Enumerable.Range(0, 1000).Select(i => i is >= 100 and < 600 ? 1 + 0.4 * Math.Pow(0.5, (i - 100) / 10.0) : 0)]);

        var settling = trace.SettlingTime(0.1.Volts());

        settling.In(Unit.Parse("µs")).Should().BeApproximately(20.5, 0.2);
        trace.SettlingTime(Quantity.Parse("10 %")).In(Unit.Parse("µs")).Should().BeApproximately(20.5, 0.3);
        trace.Invoking(t => t.SettlingTime(1.Amperes())).Should().Throw<UnitMismatchException>();
    }

    [Fact]
    public void The_instant_of_settling_lies_between_two_samples()
    {
        // 1.3 at 10, 1.1 at 11: the band of 0.15 is entered at 10.75; the middle lies at 9.4 (0 to 1.3 crosses 0.5 there or so).
        var trace = Trace([.. Enumerable.Repeat(0.0, 10), 1.3, 1.1, .. Enumerable.Repeat(1.0, 100)]);

        trace.SettlingTime(0.15.Volts()).In(Unit.Parse("µs")).Should().BeApproximately(10.75 - (9 + 0.5 / 1.3), 1e-9);
    }

    [Fact]
    public void What_still_rings_at_its_end_has_not_settled()
    {
        var trace = Trace([.. Enumerable.Repeat(0.0, 20), .. Enumerable.Repeat(1.0, 100), .. Enumerable.Range(0, 21).Select(i => 1 + 0.3 * (i % 2 == 0 ? 1 : -1))]);

        trace.SettlingTime(Quantity.Parse("1 mV")).IsNaN.Should().BeTrue();
    }

    private static Waveform Trace(double[] samples) => new(samples, Volt, 1.Microseconds(), 0.Seconds());
}
