namespace Outcomes;

/// <summary>Two scalars of one test whose names differ only in a character that HDF5 cannot have, and what comes after them.</summary>
public sealed class NamesThatMeet(Station station)
{
    [Fact]
    public void A()
    {
        station.Record("V/I", 1.Volts()).Should().BeAtMost(2.Volts());
        station.Record("V-I", 2.Volts()).Should().BeAtMost(3.Volts());
    }

    [Fact]
    public void B() => station.Record("after", 1.Volts()).Should().BeAtMost(2.Volts());

    [Fact]
    public void C() => station.Record("w", new Waveform(new double[] { 1, 2, 3 }, Unit.Parse("V"), 1.Milliseconds(), 0.Milliseconds()));
}
