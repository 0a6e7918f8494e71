using System.Globalization;
using LabTest.Testing;

namespace LabTest.Tests;

/// <summary>The ends of limits: what is equal is equal in any unit, and nothing farther out passes.</summary>
public sealed class LimitEdgeTests
{
    // Two units of one thing, and what an amount in the first is in the second, exactly, in decimal numbers.
    private static readonly (string One, string Other, Func<decimal, decimal> Amount)[] Pairs =
    [
        ("mV", "V", static v => v / 1000m), ("V", "mV", static v => v * 1000m), ("µV", "kV", static v => v / 1_000_000_000m), ("mA", "A", static v => v / 1000m),
        ("µA", "mA", static v => v / 1000m), ("nA", "µA", static v => v / 1000m), ("MΩ", "mΩ", static v => v * 1_000_000_000m), ("GHz", "kHz", static v => v * 1_000_000m),
        ("min", "s", static v => v * 60m), ("h", "min", static v => v * 60m), ("mm", "m", static v => v / 1000m), ("%", "", static v => v / 100m), ("ppm", "%", static v => v / 10_000m),
        ("mVrms", "Vrms", static v => v / 1000m), ("V/µs", "V/s", static v => v * 1_000_000m), ("°C", "K", static v => v + 273.15m), ("K", "°C", static v => v - 273.15m),
        ("°C", "°F", static v => v * 1.8m + 32m), ("dB", "dB", static v => v), ("mW", "µW", static v => v * 1000m),
    ];

    [Fact, Trait("Soak", "limits")]
    public void A_thousand_equal_values_in_different_units_meet_every_limit_that_they_are()
    {
        var random = Effort.Random(1);
        for (var i = 0; i < Effort.Count(20_000, 1_000_000); i++)
        {
            var (one, other, amount) = Pairs[random.Next(Pairs.Length)];
            var number = Decimal(random);
            var (value, limit) = (Written(number, one), Written(amount(number), other));

            Fails(value, limit).Should().Be((false, false), $"{value:G} is {limit:G} ({Effort.Again})");
            new RangeLimit(limit, limit).Judge(value, null, DecisionRule.Simple).Should().Be(Verdict.Pass);
            new RangeLimit(value, limit).Judge(limit, null, DecisionRule.Simple).Should().Be(Verdict.Pass);
            (new RangeLimit(limit, limit) { MarginalLower = value, MarginalUpper = value }).Judge(limit, null, DecisionRule.Simple).Should().Be(Verdict.Pass, "the edge of the marginal band is not in it");
            new RangeLimit(limit, limit).Judge(new ArrayValue(new[] { value.Value }, value.Unit)).Should().Be(Verdict.Pass);
        }
    }

    [Fact, Trait("Soak", "limits")]
    public void Sums_and_differences_are_what_they_are_on_paper()
    {
        var random = Effort.Random(2);
        for (var i = 0; i < Effort.Count(20_000, 1_000_000); i++)
        {
            var (left, right) = (Decimal(random), Decimal(random));
            var (a, b) = (Written(left, "V"), Written(right * 1000m, "mV"));

            Fails(a - b, Written(left - right, "V")).Should().Be((false, false), $"{a:G} - {b:G} ({Effort.Again})");
            Fails(a + b, Written((left + right) * 1000m, "mV")).Should().Be((false, false), $"{a:G} + {b:G} ({Effort.Again})");
            Fails(a - b + b - a, 0.Volts()).Should().Be((false, false));
        }
    }

    [Fact, Trait("Soak", "limits")]
    public void Nothing_farther_out_than_a_millionth_of_a_millionth_passes()
    {
        var random = Effort.Random(3);
        for (var i = 0; i < Effort.Count(20_000, 1_000_000); i++)
        {
            var (one, other, amount) = Pairs[random.Next(Pairs.Length)];
            var number = Decimal(random);
            var limit = Written(number, one);
            // A temperature on a scale is an amount of kelvin.
            var operand = Math.Abs(number) + (one is "°C" or "K" ? 273.15m : 0);
            var outside = operand * 1.01e-12m * (1 + (decimal)random.NextDouble() * 1000m);

            Fails(Written(amount(number + outside), other), limit).Should().Be((false, true), $"{number + outside} {one} is above {limit:G} ({Effort.Again})");
            Fails(Written(amount(number - outside), other), limit).Should().Be((true, false), $"{number - outside} {one} is below {limit:G} ({Effort.Again})");
        }
    }

    [Fact, Trait("Soak", "limits")]
    public void No_difference_passes_that_is_farther_out_than_a_millionth_of_a_millionth_of_what_was_subtracted()
    {
        var random = Effort.Random(4);
        for (var i = 0; i < Effort.Count(20_000, 1_000_000); i++)
        {
            var (left, right) = (Decimal(random), Decimal(random));
            var outside = 1.01e-12m * Math.Max(Math.Abs(left), Math.Abs(right));

            Fails(Written(left + outside, "V") - Written(right, "V"), Written(left - right, "V")).Should().Be((false, true), $"{left} + {outside} - {right} ({Effort.Again})");
            Fails(Written(left - outside, "V") - Written(right, "V"), Written(left - right, "V")).Should().Be((true, false), $"{left} - {outside} - {right} ({Effort.Again})");
        }
    }

    [Fact]
    public void A_long_chain_of_sums_widens_a_limit_by_no_more_than_a_millionth_of_a_millionth()
    {
        var sum = 0.Volts();
        for (var i = 0; i < 1_000_000; i++)
            sum += 0.1.Volts();

        sum.Rounding.Should().BePositive().And.BeLessThanOrEqualTo(1e-12 * sum.Value);
        Fails(sum + Quantity.Parse("2e-7 V"), sum).Should().Be((false, true));
    }

    [Fact]
    public void Numbers_of_one_unit_as_they_were_written_are_compared_as_they_are()
    {
        Fails(Math.BitIncrement(3.35).Volts(), 3.35.Volts()).Should().Be((false, true));
        Fails(Math.BitDecrement(3.25).Volts(), 3.25.Volts()).Should().Be((true, false));
        Fails(3.35.Volts(), 3.35.Volts()).Should().Be((false, false));
    }

    [Fact]
    public void A_level_is_the_power_it_stands_for()
    {
        Fails(0.Watts(), 10.DecibelMilliwatts()).Should().Be((true, false));
        for (var level = -100; level <= 30; level++)
        {
            Fails(level.DecibelMilliwatts(), Quantity.Parse($"1e{level / 10} mW")).Should().Be(level % 10 == 0 ? (false, false) : (level % 10 < 0, level % 10 > 0), $"{level} dBm");
            Fails(Quantity.Parse($"1e{level} mW"), (level * 10).DecibelMilliwatts()).Should().Be((false, false), $"1e{level} mW");
        }
    }

    [Fact]
    public void Bounds_change_neither_equality_nor_order_nor_hash_code_of_quantities()
    {
        var computed = 3.3.Volts() - 3.2.Volts();
        var written = new Quantity(computed.Value, computed.Unit);

        computed.Should().Be(written).And.NotBe(0.1.Volts());
        computed.GetHashCode().Should().Be(written.GetHashCode());
        (computed < 0.1.Volts(), computed >= 0.1.Volts(), computed.CompareTo(written)).Should().Be((true, false, 0));
    }

    [Fact]
    public void A_column_that_was_converted_is_held_against_limits_as_before()
    {
        var random = Effort.Random(5);
        for (var i = 0; i < 1000; i++)
        {
            var number = Decimal(random);
            var column = LabTest.Data.Columns.Of("i", [(double)number], Unit.Parse("mA")).To(Unit.Parse("A"));
            var limit = Written(number / 1000m, "A");

            Fails(column.Quantity(0), limit).Should().Be((false, false), $"{number} mA ({Effort.Again})");
            Fails(column.Take([0]).Rename("other").Quantity(0), limit).Should().Be((false, false));
        }
    }

    private static (bool Below, bool Above) Fails(Quantity value, Quantity limit) => (
        new RangeLimit(limit, null).Judge(value, null, DecisionRule.Simple) == Verdict.Fail,
        new RangeLimit(null, limit).Judge(value, null, DecisionRule.Simple) == Verdict.Fail);

    // As an engineer writes numbers: a few digits, anywhere.
    private static decimal Decimal(Random random)
    {
        var digits = random.Next(1, 8);
        var number = random.Next(1, (int)Math.Pow(10, digits));
        var scale = random.Next(0, 7);
        return (random.Next(4) == 0 ? -1 : 1) * new decimal(number, 0, 0, isNegative: false, (byte)scale);
    }

    private static Quantity Written(decimal number, string unit) => Quantity.Parse($"{number.ToString(CultureInfo.InvariantCulture)} {unit}");
}
