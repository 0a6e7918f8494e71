namespace Outcomes;

public sealed class Ordered(Station station)
{
    [Fact]
    public void Zulu_is_declared_first() => station.Record("first", 1.Volts());

    [Theory]
    [Sweep("vin", "4.5 V", "5.5 V", points: 2)]
    [Sweep("load", "0 A", "1 A", points: 2)]
    public void Mike_is_swept(Quantity vin, Quantity load) => station.Record("power", vin * load);

    [Fact]
    public void Alpha_is_declared_last() => station.Record("last", 1.Volts());
}
