using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Tests.Drivers;

/// <summary>Commands that change what was set, which are not sent again over a new connection.</summary>
public sealed class ResetTests
{
    [Theory]
    [InlineData("*RST", true)]
    [InlineData("*RCL 1", true)]
    [InlineData("SYST:PRES", true)]
    [InlineData(":SYSTem:PRESet", true)]
    [InlineData("STAT:PRES", true)]
    [InlineData("STATus:PRESet", true)]
    [InlineData("SYSTem:PRESet[:ALL]", true)]
    [InlineData("*CLS", false)]
    [InlineData("SYSTem:REMote", false)]
    public void A_reset_is_known_in_whatever_form_it_is_printed(string command, bool resets)
    {
        new WriteStep(CommandTemplate.Parse(command)).Resets.Should().Be(resets);
    }
}
