namespace Outcomes;

/// <summary>Measures with an output on until it is stopped, and tells how many measurements were taken.</summary>
public sealed class Stoppable(Station station)
{
    [Fact]
    public async Task Goes_on_until_it_is_stopped()
    {
        await using var teller = await Teller.Start(station);
        await station.Set("psu.vdd.voltage", 5.Volts());
        await station.Set("psu.vdd.output", true);
        for (var i = 1; ; i++)
        {
            await station.Measure("rail", "dmm.reading");
            await teller.Tell(i);
        }
    }
}
