using LabTest.Instruments.Profiles;
using LabTest.Instruments.Simulation;
using static LabTest.Instruments.Tests.Simulation.Conversation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>How values are written, where in the answer they stand, and how long they take.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void A_flag_is_written_as_the_profile_says()
    {
        var instrument = TestBench.Simulate(TestBench.Shipped("rigol/dp832"));

        Ask(instrument, ":OUTP? CH2").Should().Be("OFF");
        Ask(instrument, ":OUTP CH2,1;:OUTP? CH2").Should().Be("ON");
        Ask(instrument, ":OUTP CH2,OFF;:OUTP CH1,ON;:OUTP? CH2;:OUTP? CH1").Should().Be("OFF;ON");
    }

    [Fact]
    public void Numbers_that_are_none_are_written_as_SCPI_writes_them()
    {
        var instrument = Simulate("""
            parameters:
              over: { get: "OVER?", sim: { value: "1 / 0" } }
              under: { get: "UNDer?", sim: { value: "-1 / 0" } }
              none: { get: "NONE?", sim: { value: "0 / 0" } }
            """);

        Ask(instrument, "OVER?;UNDER?;NONE?").Should().Be("9.9E+37;-9.9E+37;9.91E+37");
    }

    [Theory]
    [InlineData("{ regex: 'V=([-+.0-9eE]+)V' }", "V=2.5V")]
    [InlineData("{ regex: '^(?:OK|ERR) (.*)$' }", "OK 2.5")]
    [InlineData("{ regex: '[-.0-9]+' }", "2.5")]
    [InlineData("{ field: 2 }", ",,2.5")]
    [InlineData("{ scale: 1e-3 }", "2500")]
    [InlineData("{ regex: 'R(.*)', field: 1, scale: 0.5 }", "R,5")]
    public void An_answer_holds_the_value_where_the_driver_looks_for_it(string parse, string answer)
    {
        var model = TestBench.Profile($"parameters: {{ v: {{ scpi: VOLT, unit: V, init: 2.5, parse: {parse} }} }}");

        Ask(TestBench.Simulate(model), "VOLT?").Should().Be(answer);
        AnswerReader.Read(model.Parameters["v"], model.Parameters["v"].Unit, channel: null, answer).Should().Be(((ParameterValue)2.5.Volts(), (string?)null));
    }

    [Fact]
    public void A_reading_takes_as_long_as_the_profile_says()
    {
        var instrument = Simulate("""
            parameters:
              slow: { get: "SLOW?", sim: { value: 1, delay: 200 ms } }
              nplc: { scpi: NPLC, init: 10 }
              read: { get: "READ?", sim: { value: 1, delay: "nplc / 50" } }
            sim: { latency: 1 ms }
            """);

        instrument.Receive("SLOW?").Delay.Should().Be(TimeSpan.FromMilliseconds(201));
        instrument.Receive("READ?").Delay.Should().Be(TimeSpan.FromMilliseconds(201));
        instrument.Receive("SLOW?;READ?").Delay.Should().Be(TimeSpan.FromMilliseconds(401));
        instrument.Receive("NPLC?").Delay.Should().Be(TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_late_answer_is_the_right_one()
    {
        var station = new SimulatedStation(new LabClock(new VirtualTime(DateTimeOffset.UnixEpoch)), seed: 0);
        var model = TestBench.Profile("parameters: { v: { get: 'V?', sim: { value: 4 } } }\nsim: { faults: { late: { on: V, every: 2, effect: delay, delay: 2 s } } }\n");
        var instrument = station.Add("it", model, new SimulatedInstrumentOptions { Faults = ["late"] });

        instrument.Receive("V?").Delay.Should().Be(TimeSpan.Zero);
        var late = instrument.Receive("V?");

        late.Delay.Should().Be(TimeSpan.FromSeconds(2));
        System.Text.Encoding.Latin1.GetString(late.Bytes.Span).Should().Be("4\n");
    }

    [Theory]
    [InlineData("1.23456", "1 mV", "1.235")]
    [InlineData("-0.00031", "0.1 mV", "-0.0003")]
    [InlineData("2.4999", "0.1 mV", "2.4999")]
    [InlineData("7.4", "0.3", "7.5")]
    [InlineData("17", "5", "15")]
    public void A_quantum_rounds_what_is_read(string value, string quantum, string answer)
    {
        var instrument = Simulate($"parameters: {{ v: {{ get: \"V?\", unit: V, sim: {{ value: {value}, quantum: {quantum} }} }} }}");

        Ask(instrument, "V?").Should().Be(answer);
    }
}
