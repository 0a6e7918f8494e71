using LabTest.Instruments.Tests.Support;

namespace LabTest.Instruments.Tests.Profiles;

public sealed class ChannelProblemsTests
{
    [Theory]
    [InlineData("ids: ⌖[], address: list, parameters: { v: { scpi: VOLT } }", "there is no channel; list what the instrument calls its channels")]
    [InlineData("ids: ⌖[1, 2, 1], address: list, parameters: { v: { scpi: VOLT } }", "channel '1' is listed twice")]
    [InlineData("ids: ⌖['A B'], address: list, parameters: { v: { scpi: VOLT } }", "'A B' cannot be the id of a channel; use letters, digits, _ and -")]
    [InlineData("ids: [A, B], address: header, parameters: { v: { get: ⌖'CHANnel{ch}:V?' } }", "channel 'A' cannot stand in the header of 'CHANnel{ch}:V?': a suffix is a number", true)]
    [InlineData("ids: [1, 2], address: header, parameters: { v: { scpi: ⌖VOLT } }", "'VOLT?' does not say which channel; write {ch} where its number goes", true)]
    [InlineData("ids: [1], address: ⌖lst, parameters: { v: { scpi: VOLT } }", "'lst' is not a way to address channels (there are header, list, select)", false, "list")]
    [InlineData("ids: [1, 2], address: select, parameters: { v: { scpi: VOLT } }", "'select' is the command for 'address: select'; give both or neither", false, null, true)]
    [InlineData("ids: [1, 2], address: list, select: 'INST {ch}', parameters: { v: { scpi: VOLT } }", "'select' is the command for 'address: select'; give both or neither", false, null, true)]
    [InlineData("ids: [1, 2], address: select, select: ⌖INST, parameters: { v: { scpi: VOLT } }", "'INST' does not select a channel; write a command with {ch}, as in INSTrument:NSELect {ch}")]
    [InlineData("ids: [1, 2], address: select, select: ⌖'INST? {ch}', parameters: { v: { scpi: VOLT } }", "'INST? {ch}' does not select a channel*")]
    [InlineData("ids: [1, 2], address: select, select: ⌖'INST {ch},{v}', parameters: { v: { get: 'READ?' } }", "'v' is a reading*")]
    [InlineData("ids: [1, 2], address: list, parameters: { v: { scpi: VOLT, range: ⌖{ 1: [0, 5] } } }", "the range for channel '2' is missing")]
    [InlineData("ids: [1, 2], address: list, parameters: { v: { scpi: VOLT, range: ⌖{ 1: [0, 5], 2: [0, 5], 3: [0, 5] } } }", "there is no channel '3' (there are 1, 2)", false, "1")]
    [InlineData("ids: [1, 2], address: list, parameters: { v: { scpi: VOLT, range: { 1: [0, 5], 2: [0, 1] }, init: ⌖4 } }", "4 is outside the range of 'v' on channel 2, 0 to 1")]
    [InlineData("ids: [1, 2], address: list, parameters: { v: { scpi: VOLT, range: [0, 2 * ch], init: ⌖3 } }", "3 is outside the range of 'v' on channel 1, 0 to 2")]
    [InlineData("ids: [1, 2], address: list, parameters: { level: ⌖{ scpi: VOLT } }", "'level' is the name of a parameter already; choose another for a parameter of the channels")]
    public void Says_what_is_wrong_with_channels(string channels, string message, bool both = false, string? didYouMean = null, bool whole = false)
    {
        var text = $"parameters: {{ level: {{ scpi: LEVel }} }}\nchannels: {(whole ? "⌖" : "")}{{ {channels} }}";
        if (!both)
        {
            ProfileProblems.ShouldBe(text, message, didYouMean);
            return;
        }

        // Both the query and the command, or both channels, are wrong in the same way.
        var marked = Marked.Of(TestBench.ProfileHead + text);
        marked.Invoking(m => TestBench.Profile(m.Text)).Should().Throw<ProfileException>().Which.Problems[0].Should()
            .BeEquivalentTo(new { marked.Line, marked.Column, Message = message });
    }

    [Theory]
    [InlineData("parameters: { a: { get: ⌖'A? {v}', set: 'A {value}' } }", "'v' belongs to a channel, and this to the whole instrument")]
    [InlineData("parameters: { a: { get: ⌖'A{ch}?' } }", "'A{ch}?' has a hole {ch}, but belongs to no channel; move it to 'channels'")]
    [InlineData("parameters: { a: { scpi: A, range: [0, ⌖v] } }", "in 'v': 'v' belongs to a channel, and this to the whole instrument")]
    [InlineData("parameters: { a: { get: 'A?', sim: { value: ⌖v } } }", "in 'v': 'v' belongs to a channel, and this to the whole instrument")]
    [InlineData("parameters: { a: { get: 'A?', unit: { by: ⌖mode, map: { x: V } } } }", "'mode' belongs to a channel, and this to the whole instrument")]
    public void What_belongs_to_the_instrument_cannot_depend_on_a_channel(string parameters, string message) => ProfileProblems.ShouldBe(
        $$"""
        channels:
          ids: [1, 2]
          address: list
          parameters: { v: { scpi: VOLT }, mode: { scpi: MODE, options: { x: X } } }
        {{parameters}}
        """,
        message);

    [Fact]
    public void The_only_channel_of_an_instrument_need_not_be_written() =>
        TestBench.Profile("channels: { ids: [1], address: header, parameters: { v: { scpi: VOLTage } } }").Parameters["v"].Set!.Text.Should().Be("VOLTage {value}");
}
