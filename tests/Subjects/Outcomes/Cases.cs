namespace Outcomes;

/// <summary>Theories whose arguments come from every kind of attribute.</summary>
public sealed class Cases(Station station)
{
    public enum Variant
    {
        Basic,
        Extended,
    }

    public static TheoryData<Quantity, Variant> Members => new() { { 3.Volts(), Variant.Extended } };

    [Theory, InlineData("A", 2, true), InlineData("B", 3, false)]
    public void Inline(string board, int channel, bool fast) => station.Record(fast ? "quick" : "slow", new Quantity(board.Length * channel, Unit.One));

    [Theory, MemberData(nameof(Members))]
    public void Member(Quantity vin, Variant variant) => station.Record($"{variant}", vin);

    [Theory, ClassData(typeof(Rows))]
    public async Task Class(double gain, double[] steps)
    {
        station.Record("trace", new Waveform(steps, Unit.Parse("V"), 1.Milliseconds(), 0.Seconds()));
        await station.Scan("sweep", "psu.vdd.voltage", 1.Volts(), (1 + gain).Volts(), points: 2).Read("dmm.reading").Run();
    }

    public sealed class Rows : TheoryData<double, double[]>
    {
        public Rows() => Add(0.5, [1, 2]);
    }
}

public sealed class Numbers
{
    public static readonly TheoryData<double> Later = [0.3, 1e-7];

    [Theory, InlineData(0.1, 0.1f, new[] { -0.2, 5 }, "0.10000000000000001 is a text")]
    public void Stand_in_names(double gain, float offset, double[] steps, string text) => (gain, offset, steps, text).Should().NotBeNull();

    [Theory, MemberData(nameof(Later), DisableDiscoveryEnumeration = true)]
    public void Stand_in_names_that_are_made_late(double value) => value.Should().BePositive();
}

/// <summary>Theories with equal cases: of each, all run.</summary>
public sealed class Repeated(Station station)
{
    private static int s_failing;

#pragma warning disable xUnit1025 // Equal cases are what is tried.
    [Theory, InlineData(1), InlineData(1), InlineData(2), InlineData(1)]
    public void Passes(int volts) => station.Record("rail", (1.0 * volts).Volts()).Should().BeAtMost(2.Volts());

    [Theory, InlineData("a"), InlineData("a")]
    public void Fails_the_second_time(string board) => station.Record(board, (s_failing++ == 0 ? 1.0 : 9.0).Volts()).Should().BeAtMost(2.Volts());

#pragma warning restore xUnit1025

    [Theory, Sweep("vin", "3 V", "3 V", points: 2)]
    public void Sweeps_along_one_value(Quantity vin) => station.Record("vin", vin);
}

/// <summary>A sweep whose end is no number.</summary>
public sealed class EndlessSweep(Station station)
{
    [Theory, Sweep("vin", "0 V", "1e999 V", points: 3)]
    public void Has_no_end(Quantity vin) => station.Record("vin", vin);
}
