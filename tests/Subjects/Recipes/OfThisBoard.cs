namespace Recipes;

public sealed class OfThisBoard(Station station)
{
    [Fact]
    public void Is_a_board_of_this_series()
    {
        var serial = Environment.GetEnvironmentVariable("LABTEST_DUT");
        Assert.SkipWhen(serial is null, "no serial number given: --lab-dut SN-0042");

        station.Record("serial", serial!).Should().Match(@"SN-\d{4}");
    }
}
