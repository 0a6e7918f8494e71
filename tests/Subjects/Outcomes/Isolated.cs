namespace Outcomes;

public sealed class IsolatedA(Station station)
{
    [Fact]
    public async Task Changes_the_supply()
    {
        await station.Set("psu.vdd.voltage", 3.Volts());
        await station.Set("psu.vdd.output", true);
    }

    [Fact]
    public async Task Looks_in_the_same_class() => station.Record("same_class", await station.Read("psu.vdd.voltage"));
}

public sealed class IsolatedB(Station station)
{
    [Fact]
    public async Task Looks_in_the_next_class()
    {
        station.Record("next_class", await station.Read("psu.vdd.voltage"));
        station.Record("next_class_reading", await station.Read("dmm.reading"));
    }
}
