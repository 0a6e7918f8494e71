using LabTest.Instruments.Scpi;
using LabTest.Instruments.Simulation;

namespace LabTest.Instruments.Tests.Scpi;

public sealed class CommandTemplateTests
{
    [Theory]
    [InlineData("[SOURce:]VOLTage[:LEVel][:IMMediate][:AMPLitude] {value}", "VOLT 5")]
    [InlineData("[:SOURce]:CURRent[:LEVel] {value}", "CURR 5")]
    [InlineData(":SOURce{ch}:VOLTage {value}", ":SOUR2:VOLT 5")]
    [InlineData("VOLTage {value},(@{ch})", "VOLT 5,(@2)")]
    [InlineData("VOLTage?   (@{ch})", "VOLT? (@2)")]
    [InlineData(":OUTPut[:STATe] CH{ch},{value}", ":OUTP CH2,5")]
    [InlineData(":WAVeform:SOURce CHANnel{ch}", ":WAV:SOUR CHAN2")]
    [InlineData("SENSe2:RANGe?", "SENS2:RANG?")]
    [InlineData("*RST", "*RST")]
    [InlineData("*ESE {value}", "*ESE 5")]
    [InlineData("DISPlay:TEXT \"{value}\"", "DISP:TEXT \"5\"")]
    [InlineData("FUNCtion \"VOLT:AC\"", "FUNC \"VOLT:AC\"")]
    [InlineData("ABC {value}", "ABC 5")]
    [InlineData("abc {value}", "ABC 5")]
    public void Sends_the_short_form_without_what_may_be_left_out(string template, string command) =>
        CommandTemplate.Parse(template).Send(hole => hole == "ch" ? "2" : "5").Should().Be(command);

    [Theory]
    [InlineData("VOLT 5")]
    [InlineData("volt 5")]
    [InlineData("VOLTAGE 5")]
    [InlineData("Voltage 5")]
    [InlineData(":VOLT 5")]
    [InlineData("SOUR:VOLT 5")]
    [InlineData("SOURCE:VOLT:LEV:IMM:AMPL 5")]
    [InlineData(":source:voltage:level:immediate:amplitude 5")]
    [InlineData("VOLT:IMM 5")]
    [InlineData("SOUR1:VOLT1 5")]
    [InlineData("VOLT\t5")]
    [InlineData("VOLT   5  ")]
    public void Every_legal_form_is_recognised(string command) =>
        Recognise("[SOURce:]VOLTage[:LEVel][:IMMediate][:AMPLitude] {value}", command).Should().Equal(new Dictionary<string, string> { ["value"] = "5" });

    [Theory]
    [InlineData("VOL 5", -113)]
    [InlineData("VOLTA 5", -113)]
    [InlineData("VOLTAGES 5", -113)]
    [InlineData("VOLT:AMPL:IMM 5", -113)]
    [InlineData("LEV 5", -113)]
    [InlineData("VOLT?", -113)]
    [InlineData("VOLT2 5", -114)]
    [InlineData("SOUR0:VOLT 5", -114)]
    [InlineData("SOUR99999999999:VOLT 5", -114)]
    [InlineData("VOLT", -109)]
    [InlineData("VOLT 5,6", -108)]
    [InlineData("VOLT 5,", -102)]
    [InlineData("VOLT,5", -102)]
    [InlineData("VOLT::LEV 5", -102)]
    [InlineData(":VOLT: 5", -102)]
    [InlineData("::VOLT 5", -102)]
    [InlineData("5VOLT 5", -102)]
    [InlineData("VOLT= 5", -102)]
    [InlineData("* 5", -102)]
    public void Any_other_form_is_the_error_that_SCPI_gives_it(string command, int code) =>
        Answer("[SOURce:]VOLTage[:LEVel][:IMMediate][:AMPLitude] {value}", command).Error.Code.Should().Be(code);

    [Theory]
    [InlineData(":CHANnel{ch}:SCALe {value}", ":CHAN3:SCAL 5", "3")]
    [InlineData(":CHANnel{ch}:SCALe {value}", ":channel12:scale 5", "12")]
    [InlineData(":CHANnel{ch}:SCALe {value}", ":CHAN:SCAL 5", "1")]
    [InlineData(":CHANnel{ch}:SCALe {value}", ":CHAN0:SCAL 5", "0")]
    [InlineData("VOLTage {value},(@{ch})", "VOLT 5,(@1,2)", "1,2")]
    [InlineData("VOLTage {value},(@{ch})", "VOLT 5, (@1:3)", "1:3")]
    [InlineData(":WAVeform:SOURce CHANnel{ch}", ":WAV:SOUR CHANNEL4", "4")]
    [InlineData(":WAVeform:SOURce CHANnel{ch}", ":WAV:SOUR chan4", "4")]
    [InlineData(":OUTPut CH{ch},{value}", ":OUTP ch2,ON", "2")]
    public void What_stands_in_a_hole_is_found(string template, string command, string channel) =>
        Recognise(template, command)!["ch"].Should().Be(channel);

    [Theory]
    [InlineData(":CHANnel{ch}:SCALe {value}", ":CHAN99999999999:SCAL 5", -114)]
    [InlineData(":WAVeform:SOURce CHANnel{ch}", ":WAV:SOUR CHAN", -224)]
    [InlineData(":WAVeform:SOURce CHANnel{ch}", ":WAV:SOUR FUNC1", -224)]
    [InlineData(":WAVeform:FORMat WORD", ":WAV:FORM BYTE", -224)]
    public void A_hole_that_is_not_filled_is_an_error(string template, string command, int code) => Answer(template, command).Error.Code.Should().Be(code);

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("say \"hello\"; now, (@1")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("'")]
    [InlineData("{x}")]
    public void A_text_between_quotes_may_hold_anything(string text)
    {
        const string template = "DISPlay:TEXT {ch},\"{value}\"";
        var sent = CommandTemplate.Parse(template).Send(hole => hole == "ch" ? "1" : text);

        ArgumentList.SplitAt(sent, ';').Should().ContainSingle("a quoted semicolon begins no new command");
        Recognise(template, sent)!["value"].Should().Be(text);
    }

    [Theory]
    [InlineData("", "'' is no header*")]
    [InlineData("?", "'?' is no header*")]
    [InlineData("[SOURce:]", "'[SOURce:]' is no header*")]
    [InlineData("[SOURce:VOLTage", "'[SOURce:VOLTage' is no header*")]
    [InlineData("SOURce:]VOLTage", "']' in 'SOURce:]VOLTage' is no keyword*")]
    [InlineData("VOLTage[LEVel]", "'VOLTage[LEVel]' is no header*")]
    [InlineData("VOLTage[:LEVel[:IMMediate]]", "*brackets within brackets; write them one after the other*")]
    [InlineData("VOLTage::LEVel", "'VOLTage::LEVel' is no header*")]
    [InlineData("VOLTage:", "'VOLTage:' is no header*")]
    [InlineData("VOLT age:LEV", "")]
    [InlineData("VOLTage;CURRent", "'VOLTage;CURRent' in 'VOLTage;CURRent' is no keyword*")]
    [InlineData("SOURce<n>:VOLTage", "'SOURce<n>' in 'SOURce<n>:VOLTage' is no keyword; write VOLTage, or CHANnel{ch} where the channel's number goes")]
    [InlineData("SOURce{1}:VOLTage", "'SOURce{1}' in*")]
    [InlineData("*RST:X", "'*RST:X' is no header*")]
    [InlineData("VOLTage {value", "'{value' has a brace that is not closed*")]
    [InlineData("VOLTage {}", "'{}' has a brace that is not closed, or a hole without a name; write a hole as {value}")]
    [InlineData("VOLTage {a b}", "'{a b}' has a brace*")]
    [InlineData("VOLTage 5\nCURRent 2", "'VOLTage 5\\nCURRent 2' is more than one command*")]
    [InlineData("A:B:C:D:E:F:G:H:I:J:K", "*is too long for a header; it may have 10 keywords and 6 brackets")]
    [InlineData("A[:B][:C][:D][:E][:F][:G][:H]", "*is too long for a header*")]
    public void Says_what_is_no_command(string template, string message)
    {
        var parse = () => CommandTemplate.Parse(template);

        if (message.Length == 0)
            parse.Should().NotThrow("a space ends the header");
        else
            parse.Should().Throw<FormatException>().WithMessage(message);
    }

    private static Dictionary<string, string>? Recognise(string template, string command) =>
        Answer(template, command) is { Captured: { } captured } ? captured : null;

    private static (Dictionary<string, string>? Captured, ScpiError Error) Answer(string template, string command)
    {
        Dictionary<string, string>? captured = null;
        var table = new CommandTable();
        table.Add(CommandTemplate.Parse(template), holes =>
        {
            captured = new Dictionary<string, string>(holes);
            return null;
        });
        var (_, error) = table.Perform(ReceivedCommand.Parse(command));
        return (captured, error);
    }
}
