using LabTest.Instruments.Simulation;
using static LabTest.Instruments.Tests.Simulation.Conversation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>What a simulated instrument refuses goes to its error queue and changes nothing.</summary>
public sealed class CommandErrorTests
{
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
    [InlineData("SPE 1e999", -222, "Data out of range")]
    [InlineData("COUN 1e999", -222, "Data out of range")]
    [InlineData("*ESE 1e999", -222, "Data out of range")]
    [InlineData("VOLT? (@)", -224, "Illegal parameter value")]
    [InlineData("VOLT? @1", -224, "Illegal parameter value")]
    [InlineData("VOLT? CH1", -224, "Illegal parameter value")]
    [InlineData("VOLT?", -109, "Missing parameter")]
    [InlineData("VOLT? MAX,(@1),2", -108, "Parameter not allowed")]
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
        var instrument = SupplyProfile.Simulate();
        var before = Ask(instrument, "VOLT? (@1:3);:SPE?;:MODE?;:SPAN?;:OUTP? (@1:3)");

        Ask(instrument, message).Should().BeNull("an error has no answer");

        Ask(instrument, "SYST:ERR:COUN?").Should().Be("1");
        Ask(instrument, "SYST:ERR?").Should().Be($"{code},\"{text}\"");
        Ask(instrument, "VOLT? (@1:3);:SPE?;:MODE?;:SPAN?;:OUTP? (@1:3)").Should().Be(before);
    }

    [Fact]
    public void What_stands_after_an_error_is_still_done()
    {
        var instrument = SupplyProfile.Simulate();

        Ask(instrument, "VOLT 99,(@1);VOLTS;MODE SLOW;MODE?").Should().Be("SLOW");

        (NextError(instrument), NextError(instrument), NextError(instrument)).Should().Be((-222, -113, 0));
    }

    [Fact]
    public void Answers_that_would_fill_the_output_are_given_up_with_the_rest_of_their_message()
    {
        var instrument = TestBench.Simulate(TestBench.Shipped("keysight/dsox1204g"));
        instrument.Receive(":WAV:POIN 10000");
        var block = instrument.Receive(":WAV:DATA?").Bytes.Length;

        instrument.Receive(string.Join(';', Enumerable.Repeat(":WAV:DATA?", 200))).Bytes.Length.Should().Be(200 * block, "they fit");
        instrument.Receive(string.Join(';', Enumerable.Repeat(":WAV:DATA?", 4000))).Should().Be(SimulatedReply.Nothing);

        Ask(instrument, ":SYST:ERR?").Should().Be("-430,\"Query DEADLOCKED\"");
        Ask(instrument, "*ESR?").Should().Be("132", "a query error (4), and it was switched on (128)");
        Ask(instrument, ":SYST:ERR?;*OPC?").Should().Be("0,\"No error\";1");
    }

    [Fact]
    public void A_full_queue_says_that_it_overflowed()
    {
        var instrument = SupplyProfile.Simulate();
        foreach (var _ in Enumerable.Range(0, 30))
            Ask(instrument, "NOPE");

        var errors = Enumerable.Range(0, 21).Select(_ => NextError(instrument)).ToArray();

        errors.Take(19).Should().OnlyContain(e => e == -113);
        errors.Skip(19).Should().Equal(-350, 0);
    }

    [Fact]
    public void The_profile_says_how_errors_are_asked_for_and_what_none_is()
    {
        var instrument = Simulate("errors: { query: \"STATus:QUEue[:NEXT]?\", ok: 1 }");

        Ask(instrument, "STAT:QUE?").Should().Be("1,\"No error\"");
        Ask(instrument, "NOPE");
        Ask(instrument, "STATUS:QUEUE:NEXT?").Should().StartWith("-113,");
    }
}
