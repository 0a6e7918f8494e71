namespace Recipes;

public sealed class OverTime(Station station)
{
    [Fact]
    public async Task Drifts_little_in_two_hours()
    {
        await station.Set("psu.vdd.voltage", 3.3.Volts());
        await station.Set("psu.vdd.output", true);
        var start = station.Now;
        while (station.Now - start < TimeSpan.FromHours(2))
        {
            await station.Measure("rail_over_time", "dmm.reading").Should().BeWithin(3.25.Volts(), 3.35.Volts());
            await station.Wait(1.Minutes());
        }
    }
}
