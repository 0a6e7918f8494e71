using static LabTest.Instruments.Tests.Simulation.Conversation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>Long and short forms, channel lists, suffixes, special values, compound messages.</summary>
public sealed class CommandFormTests
{
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
    [InlineData("SYST:VERS?", "1999.0")]
    [InlineData("", null)]
    [InlineData(" ; ;; ", null)]
    [InlineData("VOLT 5,(@1)", null)]
    public void Answers_as_the_instrument_would(string message, string? answer)
    {
        var instrument = SupplyProfile.Simulate();

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
        var instrument = SupplyProfile.Simulate();

        Ask(instrument, message).Should().Be(answer);
        NextError(instrument).Should().Be(error);
    }
}
