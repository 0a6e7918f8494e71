namespace PowerBoard;

[Trait("Category", "Characterization")]
[Trait("Rail", "3V3")]
public sealed class Efficiency(Station station)
{
    [Theory, Sweep("load", "0.2 A", "1 A", points: 5)]
    public async Task Is_efficient(Quantity load)
    {
        await station.PowerUp(load);

        var vin = await station.Measure("vin", "psu.vdd.voltage_measured");
        var iin = await station.Measure("iin", "psu.vdd.current_measured");
        var vout = await station.Measure("vout", "dmm.reading");
        var iout = await station.Measure("iout", "load.current_measured");

        station.Record("efficiency", vout * iout / (vin * iin)).Should().BeAtLeast(88.Percent());
    }
}
