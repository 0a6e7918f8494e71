using LabTest.Instruments.Checking;
using LabTest.Instruments.Tests.Support;
using static LabTest.Instruments.Tests.Simulation.Conversation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>Parameters that ask the same query, as those of a generator that answers with a list of keys and values.</summary>
public sealed class SharedQueryTests
{
    private const string Generator = """
        channels:
          ids: [1, 2]
          address: header
          parameters:
            shape: { get: "C{ch}:BSWV?", set: "C{ch}:BSWV WVTP,{value}", options: { sine: SINE, square: SQUARE }, parse: { regex: 'WVTP,([^,]+)' }, init: sine }
            frequency: { get: "C{ch}:BSWV?", set: "C{ch}:BSWV FRQ,{value}", unit: Hz, range: [1e-6, 40e6], parse: { regex: 'FRQ,([^,]+)HZ' }, init: 1000 }
            amplitude: { get: "C{ch}:BSWV?", set: "C{ch}:BSWV AMP,{value}", unit: V, range: [0.002, 20], parse: { regex: 'AMP,([^,]+)V' }, init: 4 }
        """;

    [Fact]
    public void One_answer_has_the_values_of_all()
    {
        var instrument = TestBench.Simulate(TestBench.Profile(Generator));

        Ask(instrument, "C1:BSWV?").Should().Be("WVTP,SINE,FRQ,1000HZ,AMP,4V");
        Ask(instrument, "C2:BSWV FRQ,50;BSWV WVTP,SQUARE;BSWV AMP,0.5;BSWV?;:C1:BSWV?").Should().Be("WVTP,SQUARE,FRQ,50HZ,AMP,0.5V;WVTP,SINE,FRQ,1000HZ,AMP,4V");
        NextError(instrument).Should().Be(0);
    }

    [Theory]
    [InlineData(Generator, 22)]
    [InlineData("parameters: { a: { get: 'ALL?', set: 'A {value}', range: [0, 9], parse: { field: 2 } }, b: { get: 'ALL?', set: 'B {value}', range: [0, 9], parse: { field: 0 } } }", 8)]
    [InlineData("parameters: { a: { get: '[SENSe:]ALL?', set: 'A {value}', parse: { regex: 'A=([^,]+)' } }, b: { get: 'SENSe:ALL?', set: 'B {value}', parse: { regex: 'B=([^,]+)' } } }", 8)]
    public async Task The_driver_finds_each_value_that_it_sets(string text, int values)
    {
        var check = await ProfileSelfCheck.Run(TestBench.Profile(text), CancellationToken.None);

        check.Problems.Should().BeEmpty();
        check.Values.Should().Be(values);
    }

    [Fact]
    public void An_answer_takes_as_long_as_its_slowest_value()
    {
        var instrument = TestBench.Simulate(TestBench.Profile("""
            parameters:
              a: { get: "ALL?", parse: { field: 0 }, sim: { value: 1, delay: 20 ms } }
              b: { get: "ALL?", parse: { field: 1 }, sim: { value: 2, delay: 50 ms } }
            """));

        Ask(instrument, "ALL?").Should().Be("1,2");
        instrument.Receive("ALL?").Delay.Should().Be(TimeSpan.FromMilliseconds(50));
    }

    [Theory]
    [InlineData("parameters:\n  a: { get: 'READ?' }\n  b: { get: ⌖'READ?' }", "'b' asks 'READ?', as 'a' does")]
    [InlineData("parameters:\n  a: { get: 'READ?', parse: { field: 1 } }\n  b: { get: ⌖'READ?', parse: { field: 1 } }", "'b' asks 'READ?', as 'a' does")]
    [InlineData("parameters:\n  a: { get: 'READ?', parse: { regex: 'A(.*)' } }\n  b: { get: ⌖'READ?', parse: { regex: 'B(.*)' } }", "'b' asks 'READ?', as 'a' does")]
    [InlineData("parameters:\n  a: { scpi: '[SENSe:]LEVel' }\n  b: { scpi: ⌖'SENSe:LEVel' }", "'b' asks 'SENS:LEV?', as 'a' does")]
    [InlineData("channels:\n  ids: [3, 4]\n  address: list\n  parameters:\n    a: { scpi: VOLT }\n    b: { get: ⌖'VOLT?' }", "'b' asks 'VOLT? (@3)', as 'a' does")]
    [InlineData("parameters:\n  a: { scpi: 'C2:LEVel' }\nchannels:\n  ids: [1, 2]\n  address: header\n  parameters:\n    b: { scpi: ⌖'C{ch}:LEVel' }", "'b' asks 'C2:LEV?', as 'a' does")]
    public void What_one_answer_cannot_hold_is_refused_with_both_names(string marked, string message) =>
        ProfileProblems.ShouldBe(marked, message + ", and one answer cannot hold the values of both: say with 'parse' of each where its value stands, as in parse: { regex: 'FRQ,([^,]+)' } or parse: { field: 1 }");

    [Fact]
    public void A_query_that_looks_like_the_limit_of_another_is_its_own()
    {
        var instrument = TestBench.Simulate(TestBench.Profile("parameters:\n  level: { scpi: LEVel, range: [0, 9] }\n  top: { get: 'LEVel? MAX', sim: { value: 7 } }\n"));

        Ask(instrument, "LEV? MAX;LEV? MIN;LEV?").Should().Be("7;0;0");
    }
}
