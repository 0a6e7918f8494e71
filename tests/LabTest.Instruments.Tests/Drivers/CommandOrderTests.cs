namespace LabTest.Instruments.Tests.Drivers;

/// <summary>What a driver sends, in which order and when.</summary>
public sealed class CommandOrderTests
{
    [Fact]
    public async Task A_ramp_goes_from_where_it_is_to_where_it_shall_in_equal_steps()
    {
        await using var it = ScriptedInstrument.Make("parameters: { v: { scpi: VOLT, unit: V, range: [0, 30], ramp: { step: 0.5 V, every: 10 ms } } }", m => m == "VOLT?" ? "1" : null);

        await it.Set("v", 2.5.Volts());
        it.Wire.Sent.Should().Equal("VOLT?", "VOLT 1.5", "VOLT 2", "VOLT 2.5");
        it.Elapsed.Should().Be(TimeSpan.FromMilliseconds(20));

        it.Wire.Sent.Clear();
        await it.Set("v", 1.75.Volts());
        await it.Set("v", 2.Volts());
        it.Wire.Sent.Should().Equal("VOLT 2.125", "VOLT 1.75", "VOLT 2");
    }

    [Theory]
    [InlineData("idn: '^TEST,'\n", "*IDN?;*CLS")]
    [InlineData("", "*IDN?;*CLS")]
    [InlineData("identify: { query: '*IDN?', match: '^TEST,' }\nlink: { on_open: [] }\n", "*IDN?")]
    [InlineData("identify: { query: 'ID?', match: '^TEST,' }\n", "ID?")]
    [InlineData("identify: { query: 'ID?', match: '^TEST,' }\nlink: { on_open: [ { write: CLEAR } ] }\n", "ID?;CLEAR")]
    [InlineData("identify: none\n", "")]
    public async Task Only_an_instrument_that_speaks_IEEE_488_2_is_sent_a_command_of_it_that_the_profile_does_not_name(string profile, string sent)
    {
        await using var it = ScriptedInstrument.Make(profile + "parameters: { level: { get: 'LEV?' } }\n", m => m == "ID?" ? "TEST,it" : null);

        await it.Driver.Open(CancellationToken.None);

        it.Wire.Sent.Should().Equal(sent.Split(';', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_setting_settles_and_commands_keep_their_gap()
    {
        await using var it = ScriptedInstrument.Make("parameters: { v: { scpi: VOLT, settle: 50 ms } }\nlink: { gap: 5 ms }\n", m => m == "VOLT?" ? "1" : null);

        await it.Set("v", 2);
        it.Elapsed.Should().Be(TimeSpan.FromMilliseconds(50));
        await it.Read("v");
        await it.Read("v");

        it.Elapsed.Should().Be(TimeSpan.FromMilliseconds(55), "the gap was over after the settling, and is kept between the readings");
    }

    [Fact]
    public async Task A_channel_is_selected_before_each_command_to_it()
    {
        await using var it = ScriptedInstrument.Make(
            "channels: { ids: [1, 2], address: select, select: 'INSTrument:NSELect {ch}', parameters: { v: { scpi: VOLT } } }", m => m == "VOLT?" ? "1" : null);

        await it.Set("v", 2, channel: 1);
        await it.Read("v", channel: 0);

        it.Wire.Sent.Should().Equal("INST:NSEL 2", "VOLT 2", "INST:NSEL 1", "VOLT?");
    }

    [Fact]
    public async Task A_range_that_depends_on_a_setting_asks_for_it_once_and_again_after_what_may_have_changed_it()
    {
        await using var it = ScriptedInstrument.Make(
            "parameters: { gain: { scpi: GAIN, range: [1, 10] }, v: { scpi: VOLT, unit: V, range: [0, '30 / gain'] } }\nactions: { preset: [ { write: PRESet } ] }\n", m => m.EndsWith('?') ? "2" : null);

        await it.Set("v", 15.Volts());
        await it.Set("v", 14.Volts());
        it.Wire.Sent.Should().Equal("GAIN?", "VOLT 15", "VOLT 14");

        Func<Task>[] changes = [async () => await it.Driver.UncheckedWrite("A"), async () => await it.Driver.UncheckedQuery("*RST;*OPC?"), async () => await it.Do("preset")];
        foreach (var change in changes)
        {
            await change();
            it.Wire.Sent.Clear();
            await it.Set("v", 15.Volts());
            it.Wire.Sent.Should().Equal("GAIN?", "VOLT 15");
        }

        await it.Set("gain", 3);
        var set = async () => await it.Set("v", 15.Volts());
        (await set.Should().ThrowAsync<BoundViolationException>()).WithMessage("it.v cannot be set to 15 V: the range of test/it is 0 V to 10 V.*");
    }

    [Fact]
    public async Task A_reading_asks_for_what_its_accuracy_depends_on_and_is_not_known()
    {
        await using var it = ScriptedInstrument.Make(
            """
            parameters:
              range: { scpi: RANGe, unit: V, options: [1, 10] }
              mode: { scpi: MODE, options: { a: A, b: B } }
              v: { get: "READ?", unit: V }
            accuracy: { v: { by: range, rows: [ { range: 10, when: { mode: a }, reading: 1 % } ] } }
            actions: { start: [ { write: INITiate } ] }

            """,
            m => m switch { "READ?" => "5", "RANG?" => "10", "MODE?" => "A", _ => null });

        await it.Read("v");
        await it.Read("v");
        it.Wire.Sent.Should().Equal("READ?", "MODE?", "RANG?", "READ?");

        it.Wire.Sent.Clear();
        await it.Set("range", 10.Volts());
        await it.Do("start");
        await it.Read("v");
        it.Wire.Sent.Should().Equal("RANG 10", "INIT", "READ?", "MODE?", "RANG?");
        it.Driver.UncertaintyOf(it.Driver.Model.Parameters["v"], -1, 5.Volts(), new DateOnly(2026, 11, 21), temperature: null)!.Value.Value.Should().BeApproximately(0.05 / Math.Sqrt(3), 1e-12);
    }

    [Fact]
    public async Task A_query_is_repeated_only_if_it_is_asked_for_and_a_command_never()
    {
        var silent = 2;
        string? Answer(string message) => message == "VOLT?" && silent-- <= 0 ? "1" : null;
        await using var patient = ScriptedInstrument.Make("parameters: { v: { scpi: VOLT } }\nlink: { retry: { times: 2, on: [timeout] } }\n", Answer);

        (await patient.Read("v")).Quantity.Value.Should().Be(1);
        patient.Wire.Sent.Should().Equal(["VOLT?", "*IDN?", "*CLS", "VOLT?", "*IDN?", "VOLT?"], "a late answer must not be taken for the next");
        patient.Wire.Connections.Should().Be(1, "once the identity is known, its answer shows that the link is in step");

        silent = 1;
        await using var strict = ScriptedInstrument.Make("parameters: { v: { scpi: VOLT } }\n", Answer);
        var read = async () => await strict.Read("v");
        await read.Should().ThrowAsync<TransportException>();
        (await strict.Read("v")).Quantity.Value.Should().Be(1);
        strict.Wire.Connections.Should().Be(1);
    }

    [Fact]
    public async Task What_is_sent_is_what_was_checked()
    {
        await using var it = ScriptedInstrument.Make(
            "parameters: { v: { scpi: VOLT, unit: V, format: '0.00' }, n: { scpi: NPLC, options: [0.2, 1, 10], coerce: up }, m: { scpi: MODE, options: { ac: '\"VOLT:AC\"' } } }", _ => null);

        await it.Set("v", 1.23456.Volts());
        await it.Set("v", 250.Millivolts());
        await it.Set("n", 2);
        await it.Set("m", "ac");

        it.Wire.Sent.Should().Equal("VOLT 1.23", "VOLT 0.25", "NPLC 10", "MODE \"VOLT:AC\"");
    }
}
