namespace PowerBoard;

[Trait("Category", "Characterization")]
[Trait("Rail", "3V3")]
public sealed class CurrentLimit(Station station)
{
    [Fact]
    public async Task Limits_its_output_current()
    {
        await station.PowerUp();

        Table scan = await station.Scan("current_limit_scan", "load.current", 0.5.Amperes(), 2.Amperes(), points: 31)
            .Read("load.voltage_measured", "load.current_measured")
            .Settle(1.Milliseconds())
            .Run();

        // The output has collapsed where it is below 3 V; the limit is the most it gave until then.
        var limit = scan.Rows.Where(r => r["load.voltage_measured"] > 3.Volts()).Max(r => r["load.current_measured"]);
        station.Record("current_limit", limit).Should().BeWithin(1.2.Amperes(), 1.8.Amperes());
    }
}
