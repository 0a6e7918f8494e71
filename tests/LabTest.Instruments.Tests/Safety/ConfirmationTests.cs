using LabTest.Instruments.Safety;
using LabTest.Instruments.Tests.Drivers;

namespace LabTest.Instruments.Tests.Safety;

/// <summary>The sign that an instrument gives of its safe state, and what is said where it gives none.</summary>
public sealed class ConfirmationTests
{
    private const string Supply = "parameters: { v: { scpi: VOLT, unit: V, range: [0, 30] }, on: { scpi: OUTP, type: bool } }\n";
    private const string Off = "safety: { safe_state: [ { set: { on: false } }, { set: { v: 0 } } ] }\n";
    private const string SetOnly = "identify: none\nparameters: { on: { set: 'OUTP {value}', type: bool } }\n";
    private const string OnlyOff = "safety: { safe_state: [ { set: { on: false } } ] }\n";

    [Theory]
    [InlineData(Supply + Off, "OUTP?=0;VOLT?=0", "ReadBack", "OUTP 0;VOLT 0;OUTP?;VOLT?")]
    [InlineData(Supply + "errors: {}\n" + Off, "OUTP?=OFF;VOLT?=+0.0000E+00", "ReadBack", "OUTP 0;VOLT 0;OUTP?;VOLT?;SYST:ERR?")]
    [InlineData(Supply + Off, "OUTP?=0;VOLT?=0.03", "ReadBack", "OUTP 0;VOLT 0;OUTP?;VOLT?")]
    [InlineData(SetOnly + "errors: {}\n" + OnlyOff, "", "ErrorQueue", "OUTP 0;SYST:ERR?")]
    [InlineData("parameters: { on: { set: 'OUTP {value}', type: bool } }\n" + OnlyOff, "*OPC?=1", "OperationComplete", "OUTP 0;*OPC?")]
    [InlineData("identify: none\nparameters: {}\nsafety: { safe_state: [ { write: OFF }, { opc: 1 s } ] }\n", "*OPC?=1", "OperationComplete", "OFF;*OPC?;*OPC?")]
    [InlineData("identify: none\nparameters: { on: { get: 'OUTP?', type: bool } }\nsafety: { safe_state: [ { write: OFF }, { until: { on: false }, timeout: 1 s } ] }\n", "OUTP?=0", "ReadBack", "OFF;OUTP?")]
    [InlineData(SetOnly + "safety: { safe_state: [ { set: { on: false } } ], confirm: none, reason: it is a relay box }\n", "", "None", "OUTP 0")]
    public async Task The_best_sign_that_there_is_confirms_the_safe_state(string profile, string answers, string sign, string sent)
    {
        await using var it = ScriptedInstrument.Make(profile, Answers(answers));

        (await it.Driver.SafeState(CancellationToken.None)).Should().Be(Enum.Parse<SafetySign>(sign));

        it.Wire.Sent.Should().Equal(sent.Split(';'));
        it.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Supply + Off, "OUTP?=1;VOLT?=0", "the safe state (OUTP 0; VOLT 0) was sent 16 times in 10.3 s and is not confirmed; check the outputs by hand. Last failure: 'it.on' was set to off and reads back as on.")]
    [InlineData(Supply + Off, "OUTP?=0;VOLT?=0.04", "*was sent * times in * s and is not confirmed; *'it.v' was set to 0 V and reads back as 40 mV.")]
    [InlineData(Supply + Off, "OUTP?=0;VOLT?=", "*the answer '' is empty*(after 'VOLT?').*")]
    [InlineData("parameters: { v: { scpi: VOLT, unit: V, range: [0, 30], sim: { quantum: 1 mV } } }\nsafety: { safe_state: [ { set: { v: 0 } } ] }\n", "VOLT?=0.002", "*reads back as 2 mV*")]
    [InlineData(SetOnly + "errors: {}\n" + OnlyOff, "SYST:ERR?=-300,\"Stuck\"", "*the instrument reports -300,\"Stuck\", * and 47 more*")]
    [InlineData("parameters: { on: { set: 'OUTP {value}', type: bool } }\n" + OnlyOff, "*OPC?=0", "*it answered '0' to *OPC?, which is not 1.*")]
    public async Task What_gives_no_sign_is_said_after_it_was_tried_to_the_end_of_its_deadline(string profile, string answers, string message)
    {
        await using var it = ScriptedInstrument.Make(profile, Answers(answers));
        var safe = async () => await it.Driver.SafeState(CancellationToken.None);

        await safe.Should().ThrowAsync<InstrumentException>().WithMessage($"it (WIRE): {message}");

        it.Wire.Sent.Count(s => s is "OUTP 0" or "VOLT 0").Should().BeGreaterThan(10);
        it.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_instrument_that_can_give_no_sign_and_whose_profile_does_not_say_so_is_not_confirmed()
    {
        await using var it = ScriptedInstrument.Make(SetOnly + OnlyOff, _ => null);
        var safe = async () => await it.Driver.SafeState(CancellationToken.None);

        (await safe.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Be(
            "it (WIRE): the safe state (OUTP 0) was sent once and is not confirmed; check the outputs by hand. Last failure: it gives no sign: nothing that it sets can be read back, and test/it has no 'errors' and no *OPC?. "
            + "Add one of them to the profile, or 'safety: { confirm: none, reason: … }' if the instrument cannot give one.");
        it.Wire.Sent.Should().Equal("OUTP 0");
    }

    [Fact]
    public async Task A_safe_state_that_holds_at_last_is_confirmed()
    {
        var asked = 0;
        await using var it = ScriptedInstrument.Make(Supply + Off, m => m switch { "OUTP?" => ++asked < 4 ? "1" : "0", "VOLT?" => "0", _ => null });

        (await it.Driver.SafeState(CancellationToken.None)).Should().Be(SafetySign.ReadBack);

        it.Wire.Sent.Count(s => s == "OUTP 0").Should().Be(4);
    }

    [Fact]
    public async Task What_stood_in_the_error_queue_before_is_a_warning_and_what_comes_of_the_safe_state_keeps_it_unconfirmed()
    {
        var stale = new Queue<string>(["-113,\"Undefined header\""]);
        await using var it = ScriptedInstrument.Make(SetOnly + "errors: { check: never }\n" + OnlyOff, m => m == "SYST:ERR?" && stale.TryDequeue(out var entry) ? entry : null);

        (await it.Driver.SafeState(CancellationToken.None)).Should().Be(SafetySign.ErrorQueue);

        it.Wire.Sent.Should().Equal("OUTP 0", "SYST:ERR?", "SYST:ERR?", "OUTP 0", "SYST:ERR?");
        it.Warnings.Should().Equal("the instrument reports -113,\"Undefined header\" (found when it was made safe)");
    }

    [Fact]
    public async Task What_is_left_in_the_queue_is_not_taken_for_an_error_of_the_next_command()
    {
        var stale = new Queue<string>(["-113,\"Undefined header\""]);
        await using var it = ScriptedInstrument.Make(
            Supply + "errors: {}\n" + Off, m => m switch { "OUTP?" or "VOLT?" => "0", "SYST:ERR?" when stale.TryDequeue(out var entry) => entry, _ => null });
        await it.Driver.SafeState(CancellationToken.None);

        await it.Set("v", 1);

        it.Warnings.Should().Equal("the instrument reports -113,\"Undefined header\" (found when it was made safe)");
    }

    [Fact]
    public async Task An_entry_that_the_safe_state_took_away_is_an_error_at_the_end_where_the_profile_says_so()
    {
        var stale = new Queue<string>(["-113,\"Undefined header\""]);
        await using var it = ScriptedInstrument.Make(SetOnly + "errors: { check: at_end }\n" + OnlyOff, m => m == "SYST:ERR?" && stale.TryDequeue(out var entry) ? entry : null);
        await it.Driver.SafeState(CancellationToken.None);
        var end = async () => await it.Driver.CheckErrorsAtEnd(CancellationToken.None);

        (await end.Should().ThrowAsync<InstrumentException>()).Which.ScpiCode.Should().Be(-113);
    }

    [Fact]
    public async Task A_step_that_fails_keeps_no_other_from_being_done()
    {
        await using var it = ScriptedInstrument.Make(
            "parameters: { v: { scpi: VOLT, unit: V }, busy: { get: 'BUSY?', type: bool } }\nsafety: { safe_state: [ { read: busy }, { set: { v: 0 } } ] }\n",
            m => m switch { "VOLT?" => "0", "*IDN?" => "test,it", _ => null });
        var safe = async () => await it.Driver.SafeState(CancellationToken.None);

        await safe.Should().ThrowAsync<InstrumentException>().WithMessage("*the safe state (VOLT 0) was sent * times in * s and is not confirmed*after 'BUSY?': Nothing to hear from it within 3 s.");

        it.Wire.Sent.Take(2).Should().Equal("BUSY?", "VOLT 0");
    }

    [Fact]
    public async Task What_could_not_be_made_safe_is_tried_once_more_for_its_time_box_and_anew_after_it_was_used()
    {
        await using var it = ScriptedInstrument.Make(Supply + Off, Answers("OUTP?=1;VOLT?=0"));
        TimeSpan begin;

        var first = await it.Driver.MakeSafe("safe_state", -1);
        it.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10), "it is the deadline");
        begin = it.Elapsed;
        var second = await it.Driver.MakeSafe("safe_state", -1);
        (it.Elapsed - begin).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3), "it is the time-box").And.BeLessThan(TimeSpan.FromSeconds(5));
        await it.Set("on", true);
        begin = it.Elapsed;
        var third = await it.Driver.MakeSafe("safe_state", -1);
        (it.Elapsed - begin).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10));

        first.Reason.Should().Contain("was sent 16 times in 10.3 s");
        second.Reason.Should().Contain("was sent 23 times in 13.4 s");
        third.Reason.Should().Contain("was sent 16 times in 10.3 s");
    }

    [Fact]
    public async Task A_step_that_is_answered_wrongly_keeps_no_other_from_being_done()
    {
        await using var it = ScriptedInstrument.Make(
            "link: { reply: { match: '^OK$' } }\nparameters: { v: { scpi: VOLT, unit: V }, on: { scpi: OUTP, type: bool } }\nsafety: { safe_state: [ { set: { v: 0 } }, { write: ABORT }, { set: { on: false } } ] }\n",
            m => m switch { "VOLT 0" => "WHAT?", "ABORT" => null, "OUTP 0" => "OK", "OUTP?" or "VOLT?" => "0", _ => null });

        var outcome = await it.Driver.MakeSafe("safe_state", -1);

        it.Wire.Sent.Where(static m => m is "VOLT 0" or "ABORT" or "OUTP 0").Take(6).Should().Equal("VOLT 0", "ABORT", "OUTP 0", "VOLT 0", "ABORT", "OUTP 0");
        outcome.Failure!.Message.Should().Match("*it was answered with 'WHAT?'*1 more of its steps failed*");
    }

    [Fact]
    public async Task What_was_not_sent_of_a_safe_state_is_named_and_so_is_what_was()
    {
        await using var it = ScriptedInstrument.Make(
            "parameters: { mode: { scpi: MODE, unit: A, range: [0, 9] }, on: { set: 'LOAD {value},{mode}', type: bool }, current: { scpi: ISET, unit: A, range: [0, 9] } }\nsafety: { safe_state: [ { set: { on: false } }, { set: { current: 0 } } ] }\n",
            static m => m switch { "MODE?" => "BUSY", "ISET?" => "0", _ => null });

        var outcome = await it.Driver.MakeSafe("safe_state", -1);

        it.Wire.Sent.Should().Contain("ISET 0").And.NotContain(m => m.StartsWith("LOAD", StringComparison.Ordinal));
        outcome.Reason.Should().Match("the safe state (it.on = off; ISET 0) was sent without it.on = off, in * tries in * s, and is not confirmed; check the outputs by hand. Last failure: *'BUSY'*");
    }

    [Fact]
    public async Task What_an_instrument_answered_is_told_rather_than_that_it_is_silent_since()
    {
        var asked = 0;
        await using var it = ScriptedInstrument.Make(Supply + Off, m => m == "OUTP?" && ++asked < 3 ? "BUSY" : null);

        var outcome = await it.Driver.MakeSafe("safe_state", -1);

        asked.Should().BeGreaterThan(3);
        outcome.Reason.Should().Contain("Last failure: ").And.Contain("'BUSY'").And.NotContain("Nothing to hear").And.NotContain("come to an end");
        outcome.Failure!.InnerException.Should().BeNull("what failed is in its message, and would be told twice");
    }

    [Fact]
    public async Task A_reset_after_a_set_is_read_back_as_what_it_resets_to()
    {
        await using var it = ScriptedInstrument.Make(
            "parameters: { v: { scpi: VOLT, unit: V, range: [0, 30], init: 1 }, on: { scpi: OUTP, type: bool } }\nsafety: { safe_state: [ { set: { on: false } }, { set: { v: 0 } }, { write: '*RST' } ] }\n",
            Answers("OUTP?=0;VOLT?=1"));

        (await it.Driver.SafeState(CancellationToken.None)).Should().Be(SafetySign.ReadBack);
    }

    private static Func<string, string?> Answers(string pairs)
    {
        var answers = pairs.Split(';', StringSplitOptions.RemoveEmptyEntries).ToDictionary(p => p[..p.IndexOf('=')], p => p[(p.IndexOf('=') + 1)..]);
        return message => answers.TryGetValue(message, out var answer) ? answer : null;
    }
}
