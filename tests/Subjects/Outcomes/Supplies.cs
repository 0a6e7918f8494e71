using System.Globalization;

namespace Outcomes;

/// <summary>Ends with the outputs of all its supplies on, and passes: what then happens to them is for the station to see to.</summary>
public sealed class Supplies(Station station)
{
    [Fact]
    public async Task End_with_their_outputs_on()
    {
        foreach (var alias in station.Instruments.Keys)
        {
            await station.Set($"{alias}.voltage", 5.Volts());
            await station.Set($"{alias}.output", true);
        }

        await station.Measure("rail", "psu.measured").Should().BeAtLeast(4.Volts());
        if (Environment.GetEnvironmentVariable("SUBJECT_IDLE") is { } idle)
            await Task.Delay(int.Parse(idle, CultureInfo.InvariantCulture));
    }
}
