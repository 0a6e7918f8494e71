using System.Globalization;
using System.Text;
using LabTest.Instruments.Simulation;

namespace LabTest.Instruments.Tests.Simulation;

public sealed class SimulatedInstrumentTests
{
    private const string Supply =
        """
        idn: '^ACME,(?<model>P3),(?<serial>[^,]+),(?<firmware>.+)$'
        channels:
          ids: [1, 2, 3]
          address: list
          parameters:
            voltage: { scpi: "[SOURce:]VOLTage[:LEVel]", unit: V, range: { 1: [0, 6], 2: [0, 30], 3: [0, 30] }, init: 0.5 }
            protection: { scpi: "[SOURce:]VOLTage:PROTection", unit: V, range: [0, 33], init: 33 }
            current: { scpi: "[SOURce:]CURRent", unit: A, range: [0, 5], init: 1 }
            output: { scpi: "OUTPut[:STATe]", type: bool, init: false }
            measured: { get: "MEASure[:VOLTage]?", unit: V, sim: { value: "if(output, voltage, 0)" } }
        parameters:
          mode: { scpi: MODE, options: { fast: FAST, very_slow: SLOW, quoted: '"VOLT:AC"' }, init: fast }
          speed: { scpi: SPEed, unit: Hz, range: [1, 1e9], init: 50 }
          span: { scpi: SPAN, unit: V, options: [0.1, 1, 10, auto], init: 10 }
          count: { scpi: COUNt, type: integer, range: [0, 100] }
          label: { scpi: "DISPlay:TEXT", type: text }
        actions:
          go: [ { write: "INITiate" } ]
        safety: { safe_state: [ { write: "OUTPut:ALL OFF" } ] }
        link: { on_open: [ { write: "SYSTem:REMote" } ] }
        """;

    [Theory]
    [InlineData("*IDN?", "ACME,P3,SIM0001,1.0.0")]
    [InlineData("*idn?", "ACME,P3,SIM0001,1.0.0")]
    [InlineData("VOLT? (@1)", "0.5")]
    [InlineData("source:voltage:level? (@1)", "0.5")]
    [InlineData("VOLT 5,(@1);VOLT? (@1)", "5")]
    [InlineData("VOLT 5,(@1);VOLT? (@2)", "0.5")]
    [InlineData("VOLT 5,(@1,3);VOLT? (@1:3)", "5,0.5,5")]
    [InlineData("VOLT 5,(@1:3);VOLT? (@3,1)", "5,5")]
    [InlineData("VOLT 5,(@3:2);VOLT? (@3:1)", "5,5,0.5")]
    [InlineData("VOLT 5e-1 , (@ 1 ) ; VOLT? (@1)", "0.5")]
    [InlineData("VOLT 250 MV,(@1);VOLT? (@1)", "0.25")]
    [InlineData("VOLT 250mV,(@1);VOLT? (@1)", "0.25")]
    [InlineData("SPE 2 KHZ;SPE?", "2000")]
    [InlineData("SPE 3MHZ;SPE?", "3000000")]
    [InlineData("VOLT MAX,(@1);VOLT? (@1)", "6")]
    [InlineData("VOLT maximum,(@1:2);VOLT? (@1,2)", "6,30")]
    [InlineData("VOLT MIN,(@1);VOLT? (@1)", "0")]
    [InlineData("VOLT 3,(@1);VOLT DEF,(@1);VOLT? (@1)", "0.5")]
    [InlineData("VOLT? MAX,(@1,2)", "6,30")]
    [InlineData("SPE? MINIMUM;SPE? MAX;SPE? DEF", "1;1000000000;50")]
    [InlineData("SPAN? MAX", "10")]
    [InlineData("OUTP ON,(@1);OUTP? (@1)", "1")]
    [InlineData("OUTP 1,(@1);OUTP? (@1,2)", "1,0")]
    [InlineData("OUTP 5,(@1);OUTP? (@1)", "1")]
    [InlineData("OUTP ON,(@1);OUTP off,(@1);OUTP? (@1)", "0")]
    [InlineData("MODE SLOW;MODE?", "SLOW")]
    [InlineData("MODE slow;MODE?", "SLOW")]
    [InlineData("MODE 'VOLT:AC';MODE?", "\"VOLT:AC\"")]
    [InlineData("SPAN 1;SPAN?", "1")]
    [InlineData("SPAN 1E-1;SPAN?", "0.1")]
    [InlineData("SPAN AUTO;SPAN?", "AUTO")]
    [InlineData("COUN 7.4;COUN?", "7")]
    [InlineData("DISP:TEXT 'it''s';TEXT?", "\"it's\"")]
    [InlineData("DISP:TEXT \"a;b, \"\"c\"\"\";TEXT?", "\"a;b, \"\"c\"\"\"")]
    [InlineData("VOLT 2,(@1);OUTP ON,(@1);MEAS? (@1)", "2")]
    [InlineData("*OPC?", "1")]
    [InlineData("*TST?", "0")]
    [InlineData("*WAI;*OPC?", "1")]
    [InlineData("INIT;SYST:REM;:OUTP:ALL OFF;:SYST:ERR?", "0,\"No error\"")]
    [InlineData("SYST:ERR?", "0,\"No error\"")]
    [InlineData("SYSTEM:ERROR:NEXT?", "0,\"No error\"")]
    [InlineData("SYST:ERR:COUN?", "0")]
    [InlineData("", null)]
    [InlineData(" ; ;; ", null)]
    [InlineData("VOLT 5,(@1)", null)]
    public void Answers_as_the_instrument_would(string message, string? answer)
    {
        var instrument = Make();

        Ask(instrument, message).Should().Be(answer);
        if (answer?.Contains("rror", StringComparison.Ordinal) != true)
            Ask(instrument, "SYST:ERR?").Should().Be("0,\"No error\"");
    }

    // SCPI-99, volume 1, section 6.2.4: a header is relative to the one before; a colon begins at the root, a common command changes nothing.
    [Theory]
    [InlineData("SOUR:VOLT 2,(@1);CURR 3,(@1);VOLT? (@1);CURR? (@1)", "2;3", 0)]
    [InlineData("VOLT:PROT 20,(@1);LEV 2,(@1);LEV? (@1);PROT? (@1)", "2;20", 0)]
    [InlineData("VOLT:PROT 20,(@1);*OPC?;PROT? (@1)", "1;20", 0)]
    [InlineData("VOLT:PROT 20,(@1);:VOLT? (@1)", "0.5", 0)]
    [InlineData("SOUR:VOLT:PROT 20,(@1);LEV? (@1)", "0.5", 0)]
    [InlineData("VOLT:PROT 20,(@1);CURR? (@1)", null, -113)]
    [InlineData("DISP:TEXT 'x';MODE?", null, -113)]
    public void A_header_is_relative_to_the_one_before(string message, string? answer, int error)
    {
        var instrument = Make();

        Ask(instrument, message).Should().Be(answer);
        NextError(instrument).Should().Be(error);
    }

    [Theory]
    [InlineData("VOLTS 5,(@1)", -113, "Undefined header")]
    [InlineData("MEAS 5", -113, "Undefined header")]
    [InlineData("*XYZ", -113, "Undefined header")]
    [InlineData("SOUR2:VOLT 5,(@1)", -114, "Header suffix out of range")]
    [InlineData("VOLT 5,(@4)", -114, "Header suffix out of range")]
    [InlineData("VOLT 5,(@1:9)", -114, "Header suffix out of range")]
    [InlineData("VOLT 5", -109, "Missing parameter")]
    [InlineData("SPE", -109, "Missing parameter")]
    [InlineData("SPE 5,6", -108, "Parameter not allowed")]
    [InlineData("*OPC? 1", -108, "Parameter not allowed")]
    [InlineData("VOLT high,(@1)", -104, "Data type error")]
    [InlineData("VOLT 5 A,(@1)", -104, "Data type error")]
    [InlineData("SPE Infinity", -104, "Data type error")]
    [InlineData("SPE NaN", -104, "Data type error")]
    [InlineData("SPE 1e999", -104, "Data type error")]
    [InlineData("*ESE x", -104, "Data type error")]
    [InlineData("VOLT 6.01,(@1)", -222, "Data out of range")]
    [InlineData("VOLT -0.01,(@1)", -222, "Data out of range")]
    [InlineData("*ESE 256", -222, "Data out of range")]
    [InlineData("MODE MEDIUM", -224, "Illegal parameter value")]
    [InlineData("SPAN 2", -224, "Illegal parameter value")]
    [InlineData("OUTP maybe,(@1)", -224, "Illegal parameter value")]
    [InlineData("SPE? TYP", -224, "Illegal parameter value")]
    [InlineData("VOLT::LEV 5,(@1)", -102, "Syntax error")]
    [InlineData("VOLT 5,(@1", -102, "Syntax error")]
    [InlineData("DISP:TEXT \"x", -102, "Syntax error")]
    [InlineData("SPE ,", -102, "Syntax error")]
    [InlineData("<html>", -102, "Syntax error")]
    public void What_is_wrong_is_queued_and_changes_nothing(string message, int code, string text)
    {
        var instrument = Make();
        var before = Ask(instrument, "VOLT? (@1:3);:SPE?;:MODE?;:SPAN?;:OUTP? (@1:3)");

        Ask(instrument, message).Should().BeNull("an error has no answer");

        Ask(instrument, "SYST:ERR:COUN?").Should().Be("1");
        Ask(instrument, "SYST:ERR?").Should().Be($"{code},\"{text}\"");
        Ask(instrument, "VOLT? (@1:3);:SPE?;:MODE?;:SPAN?;:OUTP? (@1:3)").Should().Be(before);
    }

    [Fact]
    public void A_flag_is_written_as_the_profile_says()
    {
        var instrument = TestBench.Simulate(TestBench.Shipped("rigol/dp832"));

        Text(instrument.Receive(":OUTP? CH2")).Should().Be("OFF");
        instrument.Receive(":OUTP CH2,1");
        Text(instrument.Receive(":OUTP? CH2")).Should().Be("ON");
        instrument.Receive(":OUTP CH2,OFF;:OUTP CH1,ON");
        Text(instrument.Receive(":OUTP? CH2;:OUTP? CH1")).Should().Be("OFF;ON");

        static string Text(SimulatedReply reply) => System.Text.Encoding.Latin1.GetString(reply.Bytes.Span).TrimEnd('\n');
    }

    [Fact]
    public void What_stands_after_an_error_is_still_done()
    {
        var instrument = Make();

        Ask(instrument, "VOLT 99,(@1);VOLTS;MODE SLOW;MODE?").Should().Be("SLOW");

        (NextError(instrument), NextError(instrument), NextError(instrument)).Should().Be((-222, -113, 0));
    }

    [Fact]
    public void A_full_queue_says_that_it_overflowed()
    {
        var instrument = Make();
        foreach (var _ in Enumerable.Range(0, 30))
            Ask(instrument, "NOPE");

        var errors = Enumerable.Range(0, 21).Select(_ => NextError(instrument)).ToArray();

        errors.Take(19).Should().OnlyContain(e => e == -113);
        errors.Skip(19).Should().Equal(-350, 0);
    }

    [Fact]
    public void The_status_registers_are_those_of_IEEE_488_2()
    {
        var instrument = Make();
        Ask(instrument, "*ESR?").Should().Be("128", "it was just switched on");
        Ask(instrument, "*ESR?").Should().Be("0", "reading clears it");

        Ask(instrument, "NOPE");
        Ask(instrument, "*ESR?").Should().Be("32", "a command error");
        Ask(instrument, "VOLT 99,(@1)");
        Ask(instrument, "*ESR?").Should().Be("16", "an execution error");
        Ask(instrument, "*OPC");
        Ask(instrument, "*ESR?").Should().Be("1", "the operation is complete");

        Ask(instrument, "*STB?").Should().Be("4", "errors are queued");
        Ask(instrument, "*ESE 32;*SRE 32");
        Ask(instrument, "*ESE?;*SRE?").Should().Be("32;32");
        Ask(instrument, "*STB?").Should().Be("4", "the event was read");
        Ask(instrument, "NOPE");
        Ask(instrument, "*STB?").Should().Be("100", "errors (4), an enabled event (32), the summary (64)");
        Ask(instrument, "*CLS");
        Ask(instrument, "*STB?;*ESR?;SYST:ERR?").Should().Be("0;0;0,\"No error\"");
        Ask(instrument, "*ESE?").Should().Be("32", "*CLS leaves the masks");
    }

    [Fact]
    public void A_reset_brings_settings_back_but_keeps_the_errors()
    {
        var instrument = Make();
        Ask(instrument, "VOLT 3,(@1:3);:MODE SLOW;:SPAN 1;:OUTP ON,(@2);:NOPE;*ESE 4");

        Ask(instrument, "*RST");

        Ask(instrument, "VOLT? (@1:3);:MODE?;:SPAN?;:OUTP? (@2);:COUN?;*ESE?").Should().Be("0.5,0.5,0.5;FAST;10;0;0;4");
        NextError(instrument).Should().Be(-113);
    }

    [Fact]
    public void Numbers_that_are_none_are_written_as_SCPI_writes_them()
    {
        var instrument = Make("""
            parameters:
              over: { get: "OVER?", sim: { value: "1 / 0" } }
              under: { get: "UNDer?", sim: { value: "-1 / 0" } }
              none: { get: "NONE?", sim: { value: "0 / 0" } }
            """);

        Ask(instrument, "OVER?;UNDER?;NONE?").Should().Be("9.9E+37;-9.9E+37;9.91E+37");
    }

    [Fact]
    public void The_profile_says_how_errors_are_asked_for_and_what_none_is()
    {
        var instrument = Make("errors: { query: \"STATus:QUEue[:NEXT]?\", ok: 1 }");

        Ask(instrument, "STAT:QUE?").Should().Be("1,\"No error\"");
        Ask(instrument, "NOPE");
        Ask(instrument, "STATUS:QUEUE:NEXT?").Should().StartWith("-113,");
    }

    [Fact]
    public void An_instrument_without_identity_does_not_answer()
    {
        var instrument = Make("identify: none");

        Ask(instrument, "*IDN?").Should().BeNull();
        NextError(instrument).Should().Be(-113);
    }

    [Theory]
    [InlineData("^ACME,(?<model>[A-Z]{3}),(?<serial>\\d+),(?<firmware>[\\d.]+)$", "77", "ACME,AAA,77,1.0.0")]
    [InlineData("^(ACME|Acme) (?:Inc\\. )?(?<model>P(3|4)),(?<serial>[^,]+)", "S1", "ACME P3,S1")]
    [InlineData("(?i)acme,(?<serial>.+)", "S1", "acme,S1")]
    [InlineData("^(?<serial>a)\\k<serial>$", "S1", null)]
    [InlineData("^\\s*ACME\\,[^,]+,(?<serial>\\w+)", "S1", "ACME,x,S1")]
    public void The_identity_is_one_that_the_profile_accepts(string expression, string serial, string? answer)
    {
        var model = TestBench.Profile($"idn: '{expression}'");
        var made = SimulatedIdentity.Of(model, serial);

        if (answer is null)
            made.Should().Be($"LabTest,test/it,{serial},1.0.0", "what cannot be made up is at least readable");
        else
            made.Should().Be(answer);
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
        model.Parameters["v"].Answer.Number(answer).Should().Be(2.5);
    }

    [Fact]
    public void A_selected_channel_stays_selected()
    {
        var instrument = Make("""
            channels:
              ids: [1, 2]
              address: select
              select: "INSTrument:NSELect {ch}"
              parameters: { v: { scpi: VOLTage, unit: V, range: { 1: [0, 5], 2: [0, 20] }, init: 1 } }
            """);

        Ask(instrument, "VOLT 2;INST:NSEL 2;:VOLT 12;VOLT?").Should().Be("12");
        Ask(instrument, "INST:NSEL 1;:VOLT?;VOLT 12").Should().Be("2");
        NextError(instrument).Should().Be(-222, "the range is that of the selected channel");
        Ask(instrument, "INST:NSEL 3");
        NextError(instrument).Should().Be(-114);
        Ask(instrument, "*RST;VOLT?").Should().Be("1");
    }

    [Fact]
    public void A_range_may_depend_on_a_mode()
    {
        var instrument = Make("""
            parameters:
              mode: { scpi: MODE, options: { low: LOW, high: HIGH }, init: low }
              v: { scpi: VOLT, unit: V, range: [0, "if(mode == 'high', 60, 6)"] }
            """);

        Ask(instrument, "VOLT 20");
        NextError(instrument).Should().Be(-222);
        Ask(instrument, "MODE HIGH;VOLT 20;VOLT?;VOLT? MAX").Should().Be("20;60");
    }

    [Fact]
    public void Formulas_see_the_channel_the_time_and_the_variables()
    {
        var clock = new LabClock(new VirtualTime(DateTimeOffset.UnixEpoch));
        var model = TestBench.Profile("""
            channels:
              ids: [1, 2]
              address: list
              parameters: { a: { get: "A?", sim: { value: "load * ch + t" } } }
            sim: { variables: { load: 10 } }
            """);
        var instrument = new SimulatedStation(clock, 0).Add("it", model, new SimulatedInstrumentOptions { Variables = new Dictionary<string, double> { ["load"] = 20 } });

        Ask(instrument, "A? (@1:2)").Should().Be("20,40");
        ((VirtualTime)clock.Time).Advance(TimeSpan.FromSeconds(3));
        Ask(instrument, "A? (@1:2)").Should().Be("23,43");
    }

    [Fact]
    public void A_reading_takes_as_long_as_the_profile_says()
    {
        var instrument = Make("""
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

    [Fact]
    public void A_quantum_rounds_what_is_read()
    {
        var instrument = Make("parameters: { v: { get: \"V?\", unit: V, sim: { value: 1.23456, quantum: 1 mV } } }");

        double.Parse(Ask(instrument, "V?")!, CultureInfo.InvariantCulture).Should().BeApproximately(1.235, 1e-12);
    }

    internal static string? Ask(SimulatedInstrument instrument, string message)
    {
        var reply = instrument.Receive(message);
        if (reply.Bytes.IsEmpty)
            return null;
        var text = Encoding.Latin1.GetString(reply.Bytes.Span);
        text.Should().EndWith("\n");
        return text[..^1];
    }

    internal static int NextError(SimulatedInstrument instrument) => int.Parse(Ask(instrument, "SYST:ERR?")!.Split(',')[0], CultureInfo.InvariantCulture);

    private static SimulatedInstrument Make(string profile = Supply) => TestBench.Simulate(TestBench.Profile(profile));
}
