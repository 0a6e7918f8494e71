using LabTest.Instruments.Tests.Drivers;

namespace LabTest.Instruments.Tests.BadInput;

/// <summary>Answers that are none, and blocks and preambles that are short or garbled, say after which command, what came, and what to look at.</summary>
public sealed class AnswerFaultTests
{
    private const string Advice = "Was it garbled on the way (the cable, 'terminator' in 'link'), or does the profile fit another instrument?";

    private const string Scope = """
        parameters:
          trace:
            type: waveform
            prepare: [ ":WAVeform:FORMat WORD" ]
            preamble: { get: ":WAVeform:PREamble?", fields: [count, xinc, yinc] }
            get: ":WAVeform:DATA?"
            block: { sample: int16, order: big }
            x: { unit: s, value: "i * xinc" }
            y: { unit: V, value: "raw * yinc" }
        """;

    [Theory]
    [InlineData("parameters: { v: { get: 'MEASure:VOLTage?', unit: V } }", "MEAS:VOLT?", "1,234", "the answer '1,234' is not a number; where it holds several values, say which with 'parse', as in parse: { field: 0 }")]
    [InlineData("parameters: { v: { get: 'V?' } }", "V?", "", "the answer '' is empty")]
    [InlineData("parameters: { v: { get: 'V?' } }", "V?", "1.5\u00001", "the answer '1.5\\x001' is not a number")]
    [InlineData("parameters: { v: { get: 'V?', parse: { field: 3 } } }", "V?", "1,2,3", "the answer '1,2,3' is not as the profile's 'parse' says")]
    [InlineData("parameters: { v: { get: 'V?', type: bool } }", "V?", "2", "the answer '2' is neither on nor off")]
    [InlineData("parameters: { v: { get: 'V?', options: { a: A, b: B } } }", "V?", "C", "the answer 'C' is none of A, B")]
    [InlineData("parameters: { v: { get: 'V?', options: { a: A, b: B }, parse: { regex: 'V=(.)' } } }", "V?", "X=A", "the answer 'X=A' is not as the profile's 'parse' says")]
    public async Task An_answer_that_is_no_value(string profile, string query, string answer, string message)
    {
        await using var it = ScriptedInstrument.Make(profile, m => m == query ? answer : null);
        var read = async () => await it.Read("v");

        (await read.Should().ThrowAsync<InstrumentException>()).Which.Should().BeEquivalentTo(new
        {
            Alias = "it", Address = "WIRE", Command = query, Message = $"it (WIRE): {message} (after '{query}'). {Advice}",
        });
    }

    [Fact]
    public async Task An_answer_that_is_no_value_names_the_channel_that_was_asked()
    {
        await using var it = ScriptedInstrument.Make("channels: { ids: [7, 8], address: header, parameters: { v: { get: 'SENSe{ch}:VOLTage?' } } }", _ => "?");
        var read = async () => await it.Read("v", channel: 1);

        (await read.Should().ThrowAsync<InstrumentException>()).Which.Command.Should().Be("SENS8:VOLT?");
    }

    [Theory]
    [InlineData("2,0.1,0.5", "#14\u0000\u0001\u0000\u0002", null)]
    [InlineData("2,0.1", "#14\u0000\u0001\u0000\u0002", "the preamble '2,0.1' has 2 fields; the profile names 3 (after ':WAV:PRE?'). " + Advice)]
    [InlineData("2,0.1,0.5", "1,2", "the answer '1,2' is no block (IEEE 488.2, sections 8.7.9 and 8.7.10) (after ':WAV:DATA?'). " + Advice)]
    [InlineData("2,0.1,0.5", "#x12", "the answer '#x12' is no block (IEEE 488.2, sections 8.7.9 and 8.7.10) (after ':WAV:DATA?'). " + Advice)]
    [InlineData("2,0.1,0.5", "#16\u0000\u0001\u0000\u0002\u0000\u0003", "the block claims to hold 6 bytes; 4 were announced by the preamble or 'points' in 'block' (after ':WAV:DATA?'). Do 'sample' and 'points' in 'block' fit what the instrument sends? Nothing of it was taken.")]
    [InlineData("2,0.1,0.5", "#1x\u0000\u0001", "the length of the block is no number (after ':WAV:DATA?'). " + Advice)]
    [InlineData("2,0.1,0.5", "#13\u0000\u0001\u0000", "the block has 3 bytes, which are no whole number of 2-byte samples (after ':WAV:DATA?'). Is 'block' in the profile right, or was the transfer cut off?")]
    [InlineData("3,0.1,0.5", "#14\u0000\u0001\u0000\u0002", "3 samples were announced, and 2 came (after ':WAV:DATA?'). Does one answer give only a part of them, or was the transfer cut off? Have the instrument keep fewer points; 'points' in 'block' says how many come.")]
    [InlineData("2,0,0.5", "#14\u0000\u0001\u0000\u0002", "the preamble gives an interval of 0 s between two samples (after ':WAV:DATA?'). Is 'x' in the profile right?")]
    [InlineData("2,?,0.5", "#14\u0000\u0001\u0000\u0002", "the preamble gives an interval of NaN s between two samples (after ':WAV:DATA?'). Is 'x' in the profile right?")]
    public async Task A_preamble_or_block_that_is_none(string preamble, string block, string? message)
    {
        await using var it = ScriptedInstrument.Make(Scope, m => m switch { ":WAV:PRE?" => preamble, ":WAV:DATA?" => block, _ => null });
        var capture = async () => await it.Capture("trace");

        if (message is null)
            (await capture()).Samples.ToArray().Should().Equal(0.5, 1);
        else
            (await capture.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Be($"it (WIRE): {message}");
    }

    [Fact]
    public async Task A_block_that_ends_too_early()
    {
        await using var it = ScriptedInstrument.Make(Scope, m => m switch { ":WAV:PRE?" => "10,0.1,0.5", ":WAV:DATA?" => "#220abc", _ => null });
        var capture = async () => await it.Capture("trace");

        (await capture.Should().ThrowAsync<TransportException>()).Which.Message.Should().Be(
            "it, after ':WAV:DATA?': The block from WIRE ends after 4 of 20 bytes. Was the transfer cut off? Take it again, with fewer points or a longer 'timeout' in 'link'.");
    }

    [Fact]
    public async Task Another_serial_number_than_the_station_says()
    {
        await using var it = ScriptedInstrument.Make("idn: '^ACME,(?<serial>[^,]+)$'\n", _ => "ACME,S2", ", serial: S1");
        var open = async () => await it.Driver.Open(CancellationToken.None);

        (await open.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Be(
            "it (WIRE): the serial number is S2, and the station says S1. Is another instrument connected? If it was exchanged on purpose, change 'serial' and 'calibration' in the station file.");
    }

    [Theory]
    [InlineData("?", "the answer '?' is not an entry of an error queue; if it is one, say how it looks with 'parse' in 'errors' (after 'SYST:ERR?'). " + Advice)]
    [InlineData("-222,\"Data out of range\"", "the instrument reports -222,\"Data out of range\", -222,\"Data out of range\", -222,\"Data out of range\" and 47 more (after 'V 5'). "
        + "That command or one before it was not done; the instrument's manual says what the code means.")]
    public async Task An_error_queue_that_is_none_or_does_not_end(string entry, string message)
    {
        await using var it = ScriptedInstrument.Make("parameters: { v: { scpi: V } }\nerrors: {}\n", m => m == "SYST:ERR?" ? entry : null);
        var set = async () => await it.Set("v", 5);

        (await set.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Be($"it (WIRE): {message}");
    }
}
