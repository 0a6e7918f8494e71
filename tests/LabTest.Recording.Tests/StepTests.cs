using LabTest.Data;
using LabTest.Recording.Assertions;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Tests;

/// <summary>Steps that are awaited, in all ways there are, and steps that are not.</summary>
public sealed class StepTests
{
    [Fact]
    public async Task A_step_that_is_awaited_in_whichever_way_leaves_nothing()
    {
        await using var open = await OpenBench.On();
        var bench = open.Bench;

        await bench.Set("psu.vdd.voltage", 1.Volts());
        await bench.Set("psu.vdd.output", true).ConfigureAwait(false);
        Quantity read = await bench.Read("dmm.reading").ConfigureAwait(false);
        ParameterValue value = await bench.ReadValue("psu.vdd.output");
        await bench.Do("psu.safe_state");
        await bench.Wait(1.Milliseconds());
        await bench.WaitFor("dmm.reading", static _ => true, within: 60.Seconds());
        Measurement measured = await bench.Measure("rail", "dmm.reading");
        await bench.Measure("rail", "dmm.reading").Should().BeAtMost(9.Volts());
        Table table = await bench.Scan("scan", "psu.vdd.voltage", 1.Volts(), 2.Volts(), points: 2).Read("dmm.reading").Run();
        await bench.SafeState();
        await Task.WhenAll(bench.Set("psu.vdd.voltage", 1.Volts()), bench.Read("dmm.reading"), bench.Measure("rail", "dmm.reading"));
        var both = await Task.WhenAll(bench.Measure("a", "dmm.reading").AsTask(), bench.Measure("b", "dmm.reading").Should().BeAtMost(9.Volts()).AsTask());
        Task[] later = [bench.Set("psu.vdd.voltage", 2.Volts()), bench.Measure("c", "dmm.reading")];
        await Task.WhenAll(later);
        await Helper(bench);
        await (await Given(bench));
        var kept = bench.Set("psu.vdd.voltage", 1.Volts());
        await kept;
        await kept;
        Func<Task> act = () => bench.Set("psu.vdd.voltage", 99.Volts());
        await act.Should().ThrowAsync<BoundViolationException>();
        await bench.Awaiting(b => b.Set("psu.vdd.voltage", 99.Volts())).Should().ThrowAsync<BoundViolationException>();

        (value.Flag, table.RowCount, both.Length).Should().Be((true, 2, 2));
        read.Should().NotBe(measured.Quantity + 9.Volts());
        bench.Core.Run.Root.Calls.Left(TimeSpan.Zero).Should().BeEmpty();
    }

    [Fact]
    public async Task A_step_that_nobody_awaits_is_told_also_where_it_completed_or_failed_at_once()
    {
        await using var open = await OpenBench.On();
        var bench = open.Bench;
        var left = bench.Core.Run.Root.Calls;

        _ = bench.Measure("rail", "dmm.reading");
        left.Left(TimeSpan.Zero).Should().Equal("Measure(\"rail\")");
        _ = bench.Set("psu.vdd.voltage", 2.Volts());
        _ = bench.Set("psu.vdd.voltage", 99.Volts());
        left.Left(TimeSpan.Zero).Should().SatisfyRespectively(
            s => s.Should().Be("Set(\"psu.vdd.voltage\")"), s => s.Should().StartWith("Set(\"psu.vdd.voltage\") (psu.vdd.voltage cannot be set to 99 V"));
        _ = bench.Measure("rail", "dmm.reading").Should().BeAtMost(9.Volts());
        _ = bench.Read("dmm.reading");
        _ = bench.Do("psu.safe_state");
        _ = bench.SafeState();
        _ = bench.Wait(1.Milliseconds());
        left.Left(TimeSpan.Zero).Should().Equal("Measure(\"rail\")", "Read(\"dmm.reading\")", "Do(\"psu.safe_state\")", "SafeState()", "Wait(\"1 ms\")");
    }

    [Fact]
    public async Task A_hundred_thousand_steps_are_remembered_no_longer_than_needed()
    {
        var calls = new OpenCalls();
        var never = new TaskCompletionSource();
        var first = calls.Track(new Step(never.Task, "Set", "first"));
        _ = first.AsTask();
        for (var i = 0; i < 100_000; i++)
            await calls.Track(new Step(Task.CompletedTask, "Set", "x"));

        calls.Count.Should().BeLessThan(200);
        for (var i = 0; i < 100_000; i++)
            _ = calls.Track(new Step(Task.CompletedTask, "Set", "forgotten"));
        calls.Left(TimeSpan.Zero).Should().Equal("Set(\"first\")", "Set(\"forgotten\")");
    }

    [Fact]
    public async Task A_script_that_does_not_await_a_step_ends_with_an_error()
    {
        var open = await OpenBench.On();
        using var folder = open.Folder;
        _ = open.Bench.Set("psu.vdd.output", true);

        var close = async () => await open.Bench.DisposeAsync();

        (await close.Should().ThrowAsync<AggregateException>()).WithInnerException<InvalidOperationException>().WithMessage("Set(\"psu.vdd.output\") was not awaited: write await before it*");
        RunSummary.Read(open.Run).Verdict.Should().Be(Verdict.Error);
    }

    private static Task Helper(Bench bench) => bench.Set("psu.vdd.voltage", 1.Volts());

    private static async Task<Step> Given(Bench bench)
    {
        await bench.Wait(1.Milliseconds());
        return bench.Set("psu.vdd.voltage", 1.Volts());
    }
}
