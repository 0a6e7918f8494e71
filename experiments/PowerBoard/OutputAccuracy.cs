namespace PowerBoard;

[Trait("Category", "Production")]
[Trait("Rail", "3V3")]
public sealed class OutputAccuracy(Station station)
{
    [Fact]
    public async Task Holds_3V3_without_a_load()
    {
        await station.PowerUp();

        await station.Measure("rail_3v3", "dmm.reading", samples: 10, settle: 5.Milliseconds())
            .Should().BeWithin(3.25.Volts(), 3.35.Volts(), marginal: 5.Percent());
    }

    [Fact]
    public async Task Holds_3V3_at_full_load()
    {
        await station.PowerUp(load: 1.Amperes());

        await station.Measure("rail_3v3_full_load", "dmm.reading", samples: 10, settle: 5.Milliseconds())
            .Should().BeWithin(3.25.Volts(), 3.35.Volts());
    }
}
