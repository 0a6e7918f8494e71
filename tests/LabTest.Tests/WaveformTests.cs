namespace LabTest.Tests;

public sealed class WaveformTests
{
    private static readonly Unit Volt = Unit.Parse("V");

    [Fact]
    public void A_sine_has_the_levels_of_a_sine()
    {
        var sine = Trace(10_000, 1e-6, t => 0.5 + 0.9 * Math.Sin(2 * Math.PI * 1000 * t));

        sine.Mean().Value.Should().BeApproximately(0.5, 1e-9);
        sine.AcRms().Value.Should().BeApproximately(0.9 / Math.Sqrt(2), 1e-9);
        sine.Rms().Unit.Symbol.Should().Be("Vrms");
        sine.PeakToPeak().ToString().Should().Be("1.8 Vpp");
        sine.Frequency().Value.Should().BeApproximately(1000, 0.01);
    }

    [Fact]
    public void A_linear_edge_rises_in_eight_tenths_of_its_length()
    {
        var edge = Trace(2000, 1e-6, t => Math.Clamp((t - 500e-6) / 100e-6, 0, 1) * 3.3);

        edge.RiseTime().Should().Match<Quantity>(q => Math.Abs(q.In(Unit.Parse("µs")) - 80) < 0.01);
        edge.Base().Value.Should().BeApproximately(0, 1e-3);
        edge.Top().Value.Should().BeApproximately(3.3, 1e-3);
        edge.FallTime().IsNaN.Should().BeTrue();
    }

    [Fact]
    public void A_second_order_step_overshoots_and_settles_as_theory_says()
    {
        const double damping = 0.5, omega = 2 * Math.PI * 10_000;
        var damped = omega * Math.Sqrt(1 - damping * damping);
        var step = Trace(20_000, 1e-7, t => t < 1e-4 ? 0 : 1 - Math.Exp(-damping * omega * (t - 1e-4)) / Math.Sqrt(1 - damping * damping)
            * Math.Sin(damped * (t - 1e-4) + Math.Acos(damping)));

        step.Overshoot().Value.Should().BeApproximately(100 * Math.Exp(-Math.PI * damping / Math.Sqrt(1 - damping * damping)), 0.05);
        step.SettlingTime(2.Percent()).In(Unit.Parse("µs")).Should().BeInRange(100, 140);
        step.RiseTime().In(Unit.Parse("µs")).Should().BeApproximately(1.64 / omega * 1e6, 0.3);
    }

    [Fact]
    public void Noise_on_an_edge_is_one_edge()
    {
        var random = new Random(7);
        var noisy = Trace(4000, 1e-6, t => (t is > 1e-3 and < 2e-3 or > 3e-3 ? 5 : 0) + 0.1 * (random.NextDouble() - 0.5));

        noisy.Period().In(Unit.Parse("ms")).Should().BeApproximately(2, 0.01);
        noisy.Overshoot().Value.Should().BeLessThan(2);
    }

    [Fact]
    public void A_flat_trace_has_no_edges()
    {
        var flat = Trace(100, 1e-6, _ => 1);

        flat.RiseTime().IsNaN.Should().BeTrue();
        flat.Overshoot().IsNaN.Should().BeTrue();
        flat.Frequency().IsNaN.Should().BeTrue();
        flat.SettlingTime(1.Percent()).IsNaN.Should().BeTrue();
    }

    [Fact]
    public void A_part_keeps_its_place_on_the_axis()
    {
        var part = Trace(1000, 1e-6, t => t).Between(100.Microseconds(), 200.Microseconds());

        part.Samples.Length.Should().Be(101);
        part.Start.In(Unit.Parse("µs")).Should().BeApproximately(100, 1e-9);
        part.Samples.Span[0].Should().BeApproximately(100e-6, 1e-12);
    }

    private static Waveform Trace(int count, double interval, Func<double, double> value) =>
        new(Enumerable.Range(0, count).Select(i => value(i * interval)).ToArray(), Volt, interval.Seconds(), 0.Seconds());
}
