namespace PowerBoard;

[Trait("Category", "Characterization")]
[Trait("Rail", "3V3")]
public sealed class Regulation(Station station)
{
    [Fact]
    public async Task Stays_in_regulation_over_the_load()
    {
        await station.PowerUp();

        Table scan = await station.Scan("load_regulation", "load.current", 0.Amperes(), 1.Amperes(), points: 11)
            .Read("dmm.reading", "load.current_measured")
            .Settle(2.Milliseconds())
            .Run();

        scan["dmm.reading"].Should().StayWithin(3.25.Volts(), 3.35.Volts());
        station.Record("output_resistance", -scan.Fit("load.current", "dmm.reading").Slope).Should().BeAtMost(Quantity.Parse("40 mV/A"));
    }

    [Fact]
    public async Task Stays_in_regulation_over_the_line()
    {
        await station.PowerUp(load: 0.5.Amperes());

        Table scan = await station.Scan("line_regulation", "psu.vdd.voltage", 4.5.Volts(), 5.5.Volts(), points: 11)
            .Read("dmm.reading")
            .Settle(2.Milliseconds())
            .Run();

        scan["dmm.reading"].Should().StayWithin(3.25.Volts(), 3.35.Volts());
        station.Record("line_regulation_slope", scan.Fit("psu.vdd.voltage", "dmm.reading").Slope.Abs()).Should().BeAtMost(Quantity.Parse("20 mV/V"));
    }
}
