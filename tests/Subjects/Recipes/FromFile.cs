namespace Recipes;

public sealed class FromFile(Station station)
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "limits.csv");

    [Theory, InlineData("A"), InlineData("B")]
    public async Task Holds_the_limits_of_its_variant(string variant)
    {
        var limits = TableCsv.Read(File, ["variant", "name"]).Where(r => r.Text("variant") == variant && r.Text("name") == "rail_3v3");
        if (limits.RowCount != 1)
            throw new InvalidDataException($"{File} has {limits.RowCount} rows for rail_3v3 of variant '{variant}'; it must have one.");
        await station.Set("psu.vdd.voltage", 3.3.Volts());
        await station.Set("psu.vdd.output", true);

        await station.Measure("rail_3v3", "dmm.reading").Should().BeWithin(limits[0]["lower"], limits[0]["upper"], because: "limits.csv says so");
    }
}
