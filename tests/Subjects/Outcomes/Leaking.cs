namespace Outcomes;

/// <summary>Takes every file handle that its process may have, with an output on.</summary>
public sealed class Leaking(Station station)
{
    private static readonly List<FileStream> Held = [];

    [Fact]
    public async Task Takes_all_file_handles()
    {
        await using var teller = await Teller.Start(station);
        await station.Set("psu.vdd.voltage", 5.Volts());
        await station.Set("psu.vdd.output", true);
        await station.Measure("rail", "dmm.reading");
        await teller.Tell(1);
        while (true)
            Held.Add(File.OpenRead("/dev/null"));
    }
}
