using LabTest.Instruments.Stations;
using LabTest.Testing.Foreign;

namespace LabTest.Instruments.Tests.Drivers;

/// <summary>The cases from the field that concern the reading of answers: what each one's <c>expected.md</c> calls right.</summary>
public sealed class AnswerCaseTests
{
    [Fact]
    public async Task Numbers_that_mean_no_valid_value_are_none_and_pass_no_limit()
    {
        await using var fake = await FieldCase.Start("09-overload-numbers");
        await using var station = await Opened(fake);

        foreach (var (name, unit) in new[] { ("plain", "V"), ("with_overload", "V"), ("negative", "V"), ("nan_of_scpi", "V"), ("scaled", "mV"), ("field", "A"), ("ohms", "Ω") })
        {
            var value = await station.Read($"dev.{name}");
            value.IsNaN.Should().BeTrue("{0} means no valid value", name);
            value.Unit.Should().Be(Unit.Parse(unit));
            new RangeLimit(new Quantity(1, value.Unit), upper: null).Judge(value, uncertainty: null, DecisionRule.Simple).Should().Be(Verdict.Fail);
        }
    }

    [Fact]
    public async Task Numbers_for_a_person_are_read_with_their_unit_or_not_at_all()
    {
        await using var fake = await FieldCase.Start("10-text-overload");
        await using var station = await Opened(fake);

        foreach (var (name, unit) in new[] { ("reading", "Ω"), ("with_options", "Ω"), ("inf", "V"), ("nan", "V") })
        {
            var value = await station.Read($"dev.{name}");
            (value.IsNaN, value.Unit).Should().Be((true, Unit.Parse(unit)), name);
        }

        (await station.Read("dev.padded")).Should().Be(1.234.Volts());
        (await station.Read("dev.with_unit")).Should().Be(1.234.Volts());
        (await station.Read("dev.unit_plain")).Should().Be(1.234.Volts());
        (await station.Read("dev.si")).In(Unit.Parse("mV")).Should().BeApproximately(12.5, 1e-12);
        (await station.Read("dev.si_regex")).In(Unit.Parse("mV")).Should().BeApproximately(12.5, 1e-12);
        (await station.Read("dev.hex")).Value.Should().Be(31);
        foreach (var name in new[] { "comma", "spaced" })
            await ShouldBeUnreadable(station, name);
    }

    [Theory]
    [InlineData("a", "")]
    [InlineData("c", "")]
    [InlineData("f", "")]
    [InlineData("b", @"(?<code>-?\d+)\t(?<message>.*)")]
    [InlineData("d", @"(?<code>-?\d+);(?<message>.*)")]
    [InlineData("e", "^(?<message>.*)$")]
    [InlineData("g", @"(?<code>-?\d+), (?<message>.*)")]
    public async Task An_empty_error_queue_says_so_in_any_form(string name, string regex)
    {
        await using var fake = await FieldCase.Start("11-error-queue-forms");
        if (regex.Length > 0)
            fake.EditProfile(p => p.Replace("check: after_set }", $"check: after_set, parse: {{ regex: '{regex}' }} }}"));
        await using var station = await Opened(fake);

        await station.Set($"dev.{name}", 5);

        (await station.Read($"dev.{name}")).Value.Should().Be(5);
        await fake.WaitFor(l => l.Contains("SYST:ERR?", StringComparison.Ordinal), "the queue was read");
    }

    [Theory]
    [InlineData("b")]
    [InlineData("d")]
    [InlineData("e")]
    [InlineData("g")]
    public async Task An_error_queue_of_another_form_is_an_error_that_says_what_to_do(string name)
    {
        await using var fake = await FieldCase.Start("11-error-queue-forms");
        await using var station = await Opened(fake);
        var set = async () => await station.Set($"dev.{name}", 5);

        (await set.Should().ThrowAsync<InstrumentException>()).WithMessage("*is not an entry of an error queue; if it is one, say how it looks with 'parse' in 'errors'*");
    }

    [Fact]
    public async Task Flags_names_and_whole_numbers_are_read_in_their_usual_forms()
    {
        await using var fake = await FieldCase.Start("15-forms-of-words");
        await using var station = await Opened(fake);
        (string Name, ParameterValue? Value)[] right =
        [
            ("p1", true), ("p2", true), ("p3", true), ("p4", true), ("p5", true), ("p6", true), ("p7", true), ("p8", false), ("p9", false),
            ("p10", "sine"), ("p11", "sine"), ("p12", "sine"), ("p13", null), ("p14", null), ("p15", "dc"), ("p16", "dc"),
            ("p17", 10.Volts()), ("p18", 10.Volts()), ("p19", 10.Volts()), ("p20", new Quantity(100, Unit.One)), ("p21", null), ("p22", "a"), ("p23", "a"),
        ];

        foreach (var (name, value) in right)
        {
            if (value is { } wanted)
                (await ReadValue(station, name)).Should().Be(wanted, name);
            else
                await ShouldBeUnreadable(station, name);
        }
    }

    [Fact]
    public async Task Fewer_samples_than_the_preamble_announces_are_an_error_with_both_numbers()
    {
        await using var fake = await FieldCase.Start("13-fewer-samples-than-announced");
        await using var station = await Opened(fake);
        var capture = async () => await station.Capture("dev.trace");

        (await capture.Should().ThrowAsync<InstrumentException>()).WithMessage("*1000 samples were announced, and 250 came*Does one answer give only a part of them*");
    }

    [Theory]
    [InlineData("250", true)]
    [InlineData("count / 4", true)]
    [InlineData("249", false)]
    [InlineData("251", false)]
    public async Task The_profile_says_how_many_samples_come(string points, bool isRight)
    {
        await using var fake = await FieldCase.Start("13-fewer-samples-than-announced");
        fake.EditProfile(p => p.Replace("order: little }", $"order: little, points: '{points}' }}", StringComparison.Ordinal));
        await using var station = await Opened(fake);
        var capture = async () => await station.Capture("dev.trace");

        if (isRight)
            (await capture()).Samples.Length.Should().Be(250);
        else
            (await capture.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Contain("250").And.Contain(points).And.Contain("announced");
    }

    private static async Task ShouldBeUnreadable(OpenedStation station, string name)
    {
        var read = async () => await ReadValue(station, name);
        (await read.Should().ThrowAsync<InstrumentException>()).WithMessage($"*the answer '*' is *", name);
    }

    private static async ValueTask<ParameterValue> ReadValue(OpenedStation station, string name)
    {
        var source = station.Resolve($"dev.{name}");
        return (await source.Instrument.Read(source.Parameter, source.Channel, CancellationToken.None)).Value;
    }

    private static ValueTask<OpenedStation> Opened(FieldCase fake) => TestBench.Open(StationLoader.Load(fake.Station, new StationLoadOptions()));
}
