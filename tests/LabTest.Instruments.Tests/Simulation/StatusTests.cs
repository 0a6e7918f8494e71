using static LabTest.Instruments.Tests.Simulation.Conversation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>The status registers and the reset of IEEE 488.2.</summary>
public sealed class StatusTests
{
    [Fact]
    public void The_status_registers_are_those_of_IEEE_488_2()
    {
        var instrument = SupplyProfile.Simulate();
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
        var instrument = SupplyProfile.Simulate();
        Ask(instrument, "VOLT 3,(@1:3);:MODE SLOW;:SPAN 1;:OUTP ON,(@2);:NOPE;*ESE 4");

        Ask(instrument, "*RST");

        Ask(instrument, "VOLT? (@1:3);:MODE?;:SPAN?;:OUTP? (@2);:COUN?;*ESE?").Should().Be("0.5,0.5,0.5;FAST;10;0;0;4");
        NextError(instrument).Should().Be(-113);
    }
}
