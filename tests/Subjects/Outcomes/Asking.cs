namespace Outcomes;

public sealed class Asking(Station station)
{
    [Fact]
    public void Asks_for_a_value() => station.Record("vin", station.Argument("vin", 5.Volts()));
}
