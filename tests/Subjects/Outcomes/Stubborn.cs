namespace Outcomes;

/// <summary>Leaves an output on and heeds no cancellation: it measures once, and never ends.</summary>
public sealed class Stubborn(Station station)
{
    [Fact]
    public async Task Heeds_nothing()
    {
        await using var teller = await Teller.Start(station);
        await station.Set("psu.vdd.voltage", 5.Volts());
        await station.Set("psu.vdd.output", true);
        await station.Measure("rail", "dmm.reading");
        await teller.Tell(1);
        await new TaskCompletionSource().Task;
    }
}
