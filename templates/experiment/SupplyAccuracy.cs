namespace MyExperiments;

[Trait("Category", "Production")]
public sealed class SupplyAccuracy(Station station)
{
    [Fact]
    public async Task Holds_3V3_without_a_load()
    {
        await station.Set("psu.vdd.voltage", 3.3.Volts());
        await station.Set("psu.vdd.output", true);

        await station.Measure("rail_3v3", "dmm.reading", samples: 10, settle: 5.Milliseconds())
            .Should().BeWithin(3.25.Volts(), 3.35.Volts());
    }

    [Theory, Sweep("setpoint", "1 V", "5 V", points: 5)]
    public async Task Follows_its_setpoint(Quantity setpoint)
    {
        await station.Set("psu.vdd.voltage", setpoint);
        await station.Set("psu.vdd.output", true);

        Quantity measured = await station.Measure("output", "dmm.reading");
        station.Record("error", measured - setpoint).Should().BeWithin((-10).Millivolts(), 10.Millivolts());
    }
}
