namespace Outcomes;

/// <summary>Runs until it is stopped, with an output on.</summary>
public sealed class Stoppable(Station station)
{
    [Fact]
    public async Task Goes_on_until_it_is_stopped()
    {
        await station.Set("psu.vdd.voltage", 5.Volts());
        await station.Set("psu.vdd.output", true);
        for (var i = 0; ; i++)
        {
            await station.Measure("rail", "dmm.reading");
            if (i == 20)
                await File.WriteAllTextAsync(Environment.GetEnvironmentVariable("SUBJECT_READY")!, station.RunFolder);
        }
    }
}
