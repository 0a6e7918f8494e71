namespace LabTest.Instruments.Tests.Drivers;

/// <summary>When the error queue is read, and what its entries do.</summary>
public sealed class ErrorPolicyTests
{
    private const string Profile = "parameters: { v: { scpi: VOLT } }\nactions: { go: [ { write: GO } ] }\n";

    [Theory]
    [InlineData("errors: {}", "VOLT 1;SYST:ERR?;GO;SYST:ERR?")]
    [InlineData("errors: { check: after_set }", "VOLT 1;SYST:ERR?;GO;SYST:ERR?")]
    [InlineData("errors: { check: after_action }", "VOLT 1;GO;SYST:ERR?")]
    [InlineData("errors: { check: at_end }", "VOLT 1;GO;SYST:ERR?")]
    [InlineData("errors: { check: never }", "VOLT 1;GO")]
    [InlineData("", "VOLT 1;GO")]
    public async Task The_queue_is_read_when_the_profile_says(string errors, string sent)
    {
        await using var it = ScriptedInstrument.Make($"{Profile}{errors}\n", _ => null);

        await it.Set("v", 1);
        await it.Do("go");
        await it.Driver.CheckErrorsAtEnd(CancellationToken.None);

        it.Wire.Sent.Should().Equal(sent.Split(';'));
    }

    [Theory]
    [InlineData("errors: {}", "fails")]
    [InlineData("errors: { on_error: warn }", "warns")]
    [InlineData("errors: { ignore: [-113] }", "")]
    [InlineData("errors: { ignore: [-222] }", "fails")]
    public async Task An_entry_fails_or_warns_or_is_passed_over(string errors, string does)
    {
        var entries = new Queue<string>(["-113,\"Undefined header\""]);
        await using var it = ScriptedInstrument.Make($"{Profile}{errors}\n", m => m == "SYST:ERR?" && entries.TryDequeue(out var entry) ? entry : null);
        var set = async () => await it.Set("v", 1);

        if (does == "fails")
            (await set.Should().ThrowAsync<InstrumentException>()).Which.ScpiCode.Should().Be(-113);
        else
            await set();
        it.Warnings.Should().Equal(does == "warns" ? ["the instrument reports -113,\"Undefined header\" (after 'VOLT 1')"] : []);
    }

    [Fact]
    public async Task The_profile_says_how_the_queue_is_asked_for_and_what_no_error_is()
    {
        await using var it = ScriptedInstrument.Make("parameters: { v: { scpi: VOLT } }\nerrors: { query: 'STATus:QUEue?', ok: 1 }\n", m => m == "STAT:QUE?" ? "1 No Error" : null);

        await it.Set("v", 1);

        it.Wire.Sent.Should().Equal("VOLT 1", "STAT:QUE?");
    }
}
