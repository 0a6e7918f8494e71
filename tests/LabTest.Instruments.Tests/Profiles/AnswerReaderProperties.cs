using System.Globalization;
using LabTest.Instruments.Profiles;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Profiles;

/// <summary>Random values in random spellings: what is read is what was meant, or it is not read at all; never another value.</summary>
public sealed class AnswerReaderProperties
{
    private static readonly string[] Units = ["", "V", "mV", "A", "uA", "Ohm", "kOhm", "Hz", "MHz", "s", "F", "°C", "K", "dBm", "%", "W", "Vpp", "V/us", "Sa/s"];

    private static readonly string[] Prefixes = ["", "p", "n", "u", "m", "k", "M", "G"];

    [Fact]
    [Trait("Soak", "answers")]
    public void A_number_in_any_spelling_is_the_one_that_was_meant_or_none()
    {
        var rounds = Effort.Count(4000, 200_000);
        var read = 0;
        for (var round = 0; round < rounds; round++)
        {
            var random = Effort.Random(round);
            var unit = Unit.Parse(Pick(random, Units));
            var written = Written(random, unit);
            var value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-9, 10));
            var number = Spelled(random, value);
            var answer = $"{Pick(random, "", " ")}{number}{(written.IsOne ? "" : Pick(random, "", " ", "  "))}{Shown(random, written)}{Pick(random, "", " ", "\r")}";
            var meant = new Quantity(Parsed(number), written).In(unit);

            var (result, problem) = Read(random, unit, answer);

            if (problem is null)
                result.Quantity.Value.Should().BeApproximately(meant, 1e-9 * Math.Abs(meant) + 1e-300, "'{0}' was read in {1}; {2}, round {3}", answer, unit.Describe(), Effort.Again, round);
            read += problem is null ? 1 : 0;
        }

        read.Should().BeGreaterThan(rounds / 2, "most spellings are read; {0}", Effort.Again);
        Effort.Report(rounds, "spellings of numbers");
    }

    [Fact]
    [Trait("Soak", "answers")]
    public void What_means_no_valid_value_is_never_a_number()
    {
        var rounds = Effort.Count(2000, 100_000);
        for (var round = 0; round < rounds; round++)
        {
            var random = Effort.Random(round);
            var unit = Unit.Parse(Pick(random, Units));
            var number = Pick(random, 9.9e37, -9.9e37, 9.91e37, 9.9e37 * (1 + random.NextDouble()));
            var answer = random.Next(2) == 0
                ? Spelled(random, number)
                : Cased(random, Pick(random, "OL", "-OL", "OVLD", "INF", "-INF", "+INF", "NINF", "INFINITY", "NAN", "O.L", "OVERLOAD", "OVERFLOW"));

            var (result, problem) = Read(random, unit, $"{Pick(random, "", " ")}{answer}");

            (problem is null && !double.IsNaN(result.Quantity.Value)).Should().BeFalse("'{0}' is not a value; {1}, round {2}", answer, Effort.Again, round);
            problem.Should().BeNull("'{0}' is known; {1}, round {2}", answer, Effort.Again, round);
        }

        Effort.Report(rounds, "spellings of no value");
    }

    [Fact]
    [Trait("Soak", "answers")]
    public void Any_bytes_give_a_value_or_a_problem_for_every_type()
    {
        const string Letters = "0123456789+-.eE ,;:#HQBONFTRUE\"'VmµΩ°%kMGOL*?()[]\0\n\r\u0015ÿ";
        var model = TestBench.Profile("""
            parameters:
              qn: { get: 'N?', unit: V }
              qi: { get: 'I?', type: integer, unit: mV, parse: { scale: 1000 } }
              qb: { get: 'B?', type: bool, options: { on: CLOSed, off: OPEN } }
              qe: { get: 'E?', options: { dc: '"VOLT"', ac: '"VOLT:AC"', seven: 7 } }
              qt: { get: 'T?', type: text }
              qf: { get: 'F?', unit: A, parse: { field: 1 } }
              qr: { get: 'R?', unit: °C, overload: [OL, 1e9, { at_least: 1e12 }], parse: { regex: '=([-+.0-9eE]+)' } }
            """);
        var rounds = Effort.Count(3000, 300_000);
        for (var round = 0; round < rounds; round++)
        {
            var random = Effort.Random(round);
            var answer = string.Concat(Enumerable.Range(0, random.Next(0, 24)).Select(_ => Letters[random.Next(Letters.Length)]));
            foreach (var parameter in model.Parameters.Values)
            {
                var read = () => AnswerReader.Read(parameter, parameter.Unit, channel: null, random.Next(3) == 0 ? "=" + answer : answer);
                read.Should().NotThrow("'{0}' is only an answer; {1}, round {2}", answer, Effort.Again, round);
            }
        }

        Effort.Report(rounds, "random answers");
    }

    private static (ParameterValue Value, string? Problem) Read(Random random, Unit unit, string answer)
    {
        var name = unit.IsOne ? "" : $", unit: '{unit.Symbol}'";
        var model = Models.GetOrAdd($"{name}{Pick(random, "", ", parse: { regex: '^ *([-+]?[0-9.][-+.0-9eE]*|[-+A-Za-z.]+)' }")}", static key =>
            TestBench.Profile($"parameters: {{ v: {{ get: 'V?'{key} }} }}").Parameters["v"]);
        return AnswerReader.Read(model, model.Unit, channel: null, answer);
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, ParameterModel> Models = new(StringComparer.Ordinal);

    // The unit itself, none, or one with another prefix.
    private static Unit Written(Random random, Unit unit)
    {
        var root = (unit.Root ?? unit).Symbol;
        return random.Next(3) switch
        {
            0 => unit,
            1 => Unit.TryParse(Pick(random, Prefixes) + root, out var prefixed) && prefixed.ConvertsTo(unit) ? prefixed : unit,
            _ => unit.Symbol is "°C" or "K" ? Unit.Parse(Pick(random, "°C", "°F", "K")) : unit,
        };
    }

    // With its symbol, or as SCPI has it where that is unambiguous.
    private static string Shown(Random random, Unit unit) => unit.Symbol switch
    {
        "°C" => Pick(random, "°C", "C", "CEL", "degC", "Â°C"),
        "°F" => Pick(random, "F", "FAR", "°F"),
        "kΩ" => Pick(random, "kΩ", "KOHM", "kohm", "kOhm"),
        "Ω" => Pick(random, "OHM", "Ohms", "Ω", "Î©"),
        "kHz" => Pick(random, "kHz", "KHZ"),
        "V" => Pick(random, "V", "VDC", "Volts"),
        var symbol => symbol.Replace("µ", Pick(random, "u", "µ", "Âµ"), StringComparison.Ordinal),
    };

    private static string Spelled(Random random, double value)
    {
        var text = value.ToString(Pick(random, "R", "E8", "E2", "e4", "0.######E+00", "+0.00000000E+00;-0.00000000E+00"), CultureInfo.InvariantCulture);
        if (Math.Abs(value) is > 1e-5 and < 1e9 && random.Next(2) == 0)
            text = value.ToString(Pick(random, "F8", "0.0########", "+0.000000;-0.000000"), CultureInfo.InvariantCulture);
        return text;
    }

    private static double Parsed(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static string Cased(Random random, string text) => random.Next(2) == 0 ? text : text.ToLowerInvariant();

    private static T Pick<T>(Random random, params T[] from) => from[random.Next(from.Length)];
}
