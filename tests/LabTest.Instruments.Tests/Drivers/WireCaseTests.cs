using LabTest.Instruments.Checking;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Tests.Support;
using LabTest.Testing.Foreign;

namespace LabTest.Instruments.Tests.Drivers;

/// <summary>The cases from the field that concern the wire: what each one's <c>expected.md</c> calls right.</summary>
public sealed class WireCaseTests
{
    private readonly NotedWarnings _noted = new();

    [Fact]
    public async Task Padding_behind_the_terminator_is_not_an_answer()
    {
        await using var fake = await FieldCase.Start("03-nul-after-line-feed");
        await using var station = await Opened(fake);

        (await station.Read("dev.reading")).Should().Be((-4.2274544e-4).Volts());
        (await station.Read("dev.reading")).Should().Be((-4.2274544e-4).Volts());
        (await station.ReadText("dev.label")).Should().Be("bench A");
        await station.Set("dev.range", 1.Volts());
        (await station.Read("dev.range")).Should().Be(1.Volts());
        _noted.Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task Every_command_may_be_answered_with_a_line()
    {
        await using var fake = await FieldCase.Start("01-set-answers-empty-line");
        fake.EditProfile(p => p.Replace("timeout: 1 s", "timeout: 1 s, reply: line", StringComparison.Ordinal));
        await using var station = await Opened(fake);

        await station.Set("dev.start", 2.Megahertz());
        await station.Set("dev.stop", 3.Gigahertz());
        (await station.Read("dev.level")).Value.Should().Be(-10);
        (await station.Read("dev.start")).Should().Be(2.Megahertz());
        (await station.ReadText("dev.trace_name")).Should().Be("S21");
        await station.Set("dev.start", 3.Megahertz());
        (await station.ReadText("dev.trace_name")).Should().Be("S21");
        _noted.Warnings.Should().BeEmpty();
        (await Seen(fake, "CALC:NAME?", 2)).Count(l => l.StartsWith("-- connected", StringComparison.Ordinal)).Should().Be(1, "the link was in step all the time");
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_is_an_error_and_never_that_of_another_question()
    {
        await using var fake = await FieldCase.Start("01-set-answers-empty-line");
        await using var station = await Opened(fake);
        await station.Set("dev.start", 2.Megahertz());
        await station.Set("dev.stop", 3.Gigahertz());
        var level = async () => await station.Read("dev.level");

        (await level.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Contain("''").And.Contain("reply: line");
        (await station.Read("dev.level")).Value.Should().Be(-10);
        (await station.Read("dev.start")).Should().Be(2.Megahertz());
        (await station.ReadText("dev.trace_name")).Should().Be("S21");
        await station.Set("dev.start", 3.Megahertz());
        var name = async () => await station.ReadText("dev.trace_name");
        await name.Should().ThrowAsync<InstrumentException>();
        (await station.ReadText("dev.trace_name")).Should().Be("S21");
    }

    [Fact]
    public async Task A_block_needs_no_terminator()
    {
        await using var fake = await FieldCase.Start("04-block-without-terminator");
        await using var station = await Opened(fake);
        double[] samples = [0, 0.05, 0.1, 0.15, 0.2, -0.05, -0.1, -0.15];

        (await station.Capture("dev.trace")).Samples.ToArray().Should().Equal(samples, (a, b) => Math.Abs(a - b) < 1e-12);
        (await station.ReadText("dev.memory_name")).Should().Be("trace A");
        (await station.Capture("dev.trace")).Samples.ToArray().Should().Equal(samples, (a, b) => Math.Abs(a - b) < 1e-12);
        (await Seen(fake, "WAV:DATA?", 2)).Count(l => l.Contains("*IDN?", StringComparison.Ordinal)).Should().Be(1, "the link was never out of step");
    }

    [Fact]
    public async Task After_an_answer_that_is_none_the_link_is_brought_in_step()
    {
        await using var fake = await FieldCase.Start("05-late-answer-shifts-all");
        await using var station = await Opened(fake);

        (await station.Read("dev.voltage")).Should().Be(5.Volts());
        var current = async () => await station.Read("dev.current");
        (await current.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Contain("'BUSY'");
        await Task.Delay(200);      // the case says so
        (await station.Read("dev.voltage")).Should().Be(5.Volts());
        (await station.Read("dev.power")).Should().Be(2.5.Watts());
    }

    [Fact]
    public async Task After_an_answer_that_is_none_the_next_question_waits_for_the_late_one()
    {
        await using var fake = await FieldCase.Start("05-late-answer-shifts-all");
        await using var station = await Opened(fake);
        var current = async () => await station.Read("dev.current");
        await current.Should().ThrowAsync<InstrumentException>();

        (await station.Read("dev.voltage")).Should().Be(5.Volts());
        (await station.Read("dev.current")).Should().Be(0.5.Amperes());
        (await station.Read("dev.power")).Should().Be(2.5.Watts());
    }

    [Fact]
    public async Task A_block_of_indefinite_length_ends_where_its_points_say()
    {
        await using var fake = await FieldCase.Start("06-indefinite-block");
        fake.EditProfile(p => p.Replace("order: big", "order: big, points: 6", StringComparison.Ordinal));
        await using var station = await Opened(fake);

        (await station.Capture("dev.trace")).Samples.ToArray().Should().Equal([1, -2, 0.1, 25.7, 3, -0.01], (a, b) => Math.Abs(a - b) < 1e-12);
        (await station.ReadText("dev.memory_name")).Should().Be("trace A");
        (await station.Read("dev.rate")).Should().Be(Quantity.Parse("1e6 Sa/s"));
        (await Seen(fake, "ACQ:RATE?")).Count(l => l.Contains("*IDN?", StringComparison.Ordinal)).Should().Be(1, "the link was never out of step");
    }

    [Theory]
    [InlineData("", "nothing says where it ends")]
    [InlineData(", points: 5", "goes on after the 10 bytes")]
    public async Task A_block_of_indefinite_length_whose_end_is_unknown_is_an_error_and_the_link_in_step(string points, string message)
    {
        await using var fake = await FieldCase.Start("06-indefinite-block");
        fake.EditProfile(p => p.Replace("order: big", $"order: big{points}", StringComparison.Ordinal));
        await using var station = await Opened(fake);
        var capture = async () => await station.Capture("dev.trace");

        (await capture.Should().ThrowAsync<InstrumentException>()).Which.Message.Should().Contain(message);
        (await station.ReadText("dev.memory_name")).Should().Be("trace A");
        (await station.Read("dev.rate")).Should().Be(Quantity.Parse("1e6 Sa/s"));
    }

    [Fact]
    public async Task A_query_need_not_end_in_a_question_mark_and_a_status_may_come_first()
    {
        await using var fake = await FieldCase.Start("14-query-without-question-mark");
        // The small instrument waits for a line feed, whatever stands before it.
        fake.EditProfile(p => p.Replace("timeout: 1 s", "timeout: 1 s, status: { line: '^0$' }", StringComparison.Ordinal).Replace("write: \"\\r\"", "write: \"\\r\\n\"", StringComparison.Ordinal));
        var report = await new FileChecker([]).Check(fake.Profile, TestContext.Current.CancellationToken);
        report.Passed.Should().BeTrue(string.Join('\n', report.Problems.Select(p => p.Message).Concat(report.SelfChecks.SelectMany(c => c.Problems).Select(p => p.Message))));
        await using var station = await Opened(fake);

        (await station.Read("dev.reading")).Should().Be(9.1.Volts());
        (await station.Read("dev.reading")).Should().Be(9.2.Volts());
    }

    [Fact]
    public async Task A_set_goes_over_a_new_connection_where_the_old_one_was_closed()
    {
        await using var fake = await FieldCase.Start("29-idle-connection-closed");
        await using var station = await Opened(fake);
        await station.Set("dev.voltage", 5.Volts());
        await station.Set("dev.output", true);
        await fake.WaitFor(l => l.StartsWith("-- closed", StringComparison.Ordinal), "it closed the idle connection");

        await station.Set("dev.voltage", 7.Volts());
        (await station.Read("dev.voltage")).Should().Be(7.Volts());
        var seen = await Seen(fake, "VOLT?", 2);
        seen.Count(l => l.Contains("< VOLT 7", StringComparison.Ordinal)).Should().Be(1, "a set is never repeated");
        seen.Count(l => l.Contains("< VOLT 5", StringComparison.Ordinal)).Should().Be(1, "what was set is compared, not set again");
        seen.Count(l => l.Contains("< *IDN?", StringComparison.Ordinal)).Should().Be(2, "each connection is asked what it leads to");
    }

    [Fact]
    public async Task A_connection_that_is_refused_for_a_while_is_had_again()
    {
        await using var fake = await FieldCase.Start("12-one-connection-slow-to-free");
        await using var station = await Opened(fake);
        await station.Set("psu.vdd.voltage", 5.Volts());
        for (var i = 0; i < 2; i++)
            (await station.Read("psu.vdd.current_measured")).Should().Be(0.2.Amperes());
        var third = async () => await station.Read("psu.vdd.current_measured");
        await third.Should().ThrowAsync<TransportException>();

        (await station.Read("psu.vdd.voltage_measured")).Should().Be(5.Volts());
        (await Seen(fake, "MEAS:VOLT?")).Count(l => l.StartsWith("-- connected", StringComparison.Ordinal)).Should().Be(1, "the open connection is not thrown away while it can serve");
        await station.DisposeAsync();

        await using var again = await Opened(fake);
        (await again.Read("psu.vdd.voltage")).Should().Be(0.Volts());
        await fake.WaitForCount(l => l.StartsWith("-- connected", StringComparison.Ordinal), 2, "it was connected to again");
    }

    // All that it wrote up to a command, which it may still be writing.
    private static async Task<IReadOnlyList<string>> Seen(FieldCase fake, string command, int times = 1)
    {
        await fake.WaitForCount(l => l.StartsWith('<') && l.Contains(command, StringComparison.Ordinal), times, $"'{command}' came");
        return fake.Output;
    }

    private async Task<OpenedStation> Opened(FieldCase fake) =>
        await OpenedStation.Open(StationLoader.Load(fake.Station, new StationLoadOptions()), new OpenOptions { Observer = _noted }, TestContext.Current.CancellationToken);
}
