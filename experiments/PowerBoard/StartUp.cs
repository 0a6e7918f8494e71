namespace PowerBoard;

[Trait("Category", "Production")]
[Trait("Rail", "3V3")]
public sealed class StartUp(Station station)
{
    [Fact]
    public async Task Starts_without_overshoot()
    {
        await station.Set("scope.time_scale", 500.Microseconds());
        await station.Set("scope.time_position", 2.Milliseconds());
        await station.Set("scope.trigger_level", 1.Volts());
        await station.Set("scope.ch1.scale", 0.5.Volts());
        await station.Set("scope.ch1.offset", 2.Volts());
        await station.Set("psu.vdd.voltage", 5.Volts());
        await station.Do("scope.single");
        await station.Set("psu.vdd.output", true);
        await station.WaitFor("dmm.reading", v => v > 3.2.Volts(), within: 100.Milliseconds());

        Waveform start = await station.Capture("startup", "scope.ch1.trace");

        station.Record("overshoot", start.Overshoot()).Should().BeAtMost(5.Percent());
        station.Record("rise_time", start.RiseTime()).Should().BeWithin(200.Microseconds(), 800.Microseconds());
        station.Record("settling_time", start.SettlingTime(2.Percent())).Should().BeAtMost(3.Milliseconds());
    }
}
