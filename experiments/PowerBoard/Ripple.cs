namespace PowerBoard;

[Trait("Category", "Production")]
[Trait("Rail", "3V3")]
public sealed class Ripple(Station station)
{
    [Theory, Sweep("load", "0 A", "1 A", points: 3)]
    public async Task Ripple_stays_low(Quantity load)
    {
        await station.PowerUp(load);
        await station.Set("scope.time_scale", 2.Microseconds());
        await station.Set("scope.ch1.scale", 20.Millivolts());
        await station.Set("scope.ch1.offset", await station.Read("dmm.reading"));

        Waveform ripple = await station.Capture("ripple_trace", "scope.ch1.trace");

        station.Record("ripple", ripple.PeakToPeak()).Should().BeAtMost(40.MillivoltsPeakToPeak());
        station.Record("switching_frequency", ripple.Frequency()).Should().BeCloseTo(500.Kilohertz(), 5.Percent());
    }
}
