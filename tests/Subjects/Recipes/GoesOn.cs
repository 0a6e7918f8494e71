namespace Recipes;

public sealed class GoesOn(Station station)
{
    [Fact]
    public async Task Measures_all_rails_before_it_fails()
    {
        using var all = new FluentAssertions.Execution.AssertionScope();
        foreach (var volts in new[] { 1.0, 2.0, 3.0 })
        {
            await station.Set("psu.vdd.voltage", volts.Volts());
            await station.Set("psu.vdd.output", true);
            await station.Measure($"rail_{volts:0}v", "dmm.reading", settle: 5.Milliseconds()).Should().BeCloseTo(volts.Volts(), 50.Millivolts());
        }
    }
}
