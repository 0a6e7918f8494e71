using LabTest.Capabilities;
using LabTest.Data;
using LabTest.Recording.Assertions;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Tests;

/// <summary>Steps that are awaited, in all ways there are, and steps that are not.</summary>
public sealed class StepTests
{
    private Task? _kept;

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
        bench.Core.Run.Root.Calls.Left(TimeSpan.Zero).Should().BeNull();
    }

    [Fact]
    public async Task A_step_that_nobody_awaits_is_told_also_where_it_completed_or_failed_at_once()
    {
        await using var open = await OpenBench.On();
        var bench = open.Bench;
        var left = bench.Core.Run.Root.Calls;

        _ = bench.Measure("rail", "dmm.reading");
        left.Left(TimeSpan.Zero).Should().Be("Measure(\"rail\") was not awaited: write await before it, and make the method async Task.");
        _ = bench.Set("psu.vdd.voltage", 2.Volts());
        _ = bench.Set("psu.vdd.voltage", 99.Volts());
        left.Left(TimeSpan.Zero).Should().StartWith("Set(\"psu.vdd.voltage\"), Set(\"psu.vdd.voltage\") (psu.vdd.voltage cannot be set to 99 V").And.EndWith("were not awaited: write await before them, and make the method async Task.");
        _ = bench.Measure("rail", "dmm.reading").Should().BeAtMost(9.Volts());
        _ = bench.Read("dmm.reading");
        _ = bench.Do("psu.safe_state");
        _ = bench.SafeState();
        _ = bench.Wait(1.Milliseconds());
        left.Left(TimeSpan.Zero).Should().StartWith("Measure(\"rail\"), Read(\"dmm.reading\"), Do(\"psu.safe_state\"), SafeState(), Wait(\"1 ms\") were not");
        bench.Measure("rail", "dmm.reading").Should();
        left.Left(TimeSpan.Zero).Should().BeNull("it is there, and nothing is asserted on it");
        bench.Measure("rail", "dmm.reeding").Should();
        left.Left(TimeSpan.Zero).Should().StartWith("Measure(\"rail\") (").And.EndWith("was not awaited: write await before it, and make the method async Task.");
    }

    [Fact]
    public async Task What_is_asked_of_an_instrument_past_the_bench_has_to_be_awaited_too()
    {
        await using var open = await OpenBench.On();
        var bench = open.Bench;
        var psu = bench.Instruments["psu"];
        var left = bench.Core.Run.Root.Calls;

        await psu.As<ISettable>("vdd").Set(2.Volts());
        await Task.WhenAll(psu.As<IOutput>("vdd").Switch(on: true), psu.As<IReadable>("vdd").Read());
        left.Left(TimeSpan.Zero).Should().BeNull();

        _ = psu.As<ISettable>("vdd").Set(99.Volts());
        _ = psu.As<IOutput>("vdd").Switch(on: true);
        _ = psu.As<IReadable>("vdd").Read();
        _ = psu.UncheckedWrite("*CLS");
        _ = psu.UncheckedQuery("*IDN?");
        left.Left(TimeSpan.FromSeconds(5)).Should().StartWith("Set(\"psu.vdd\") (psu.vdd.voltage cannot be set to 99 V")
            .And.EndWith("Switch(\"psu.vdd\"), Read(\"psu.vdd\"), UncheckedWrite(\"psu\"), UncheckedQuery(\"psu\") were not awaited: write await before them, and make the method async Task.");
    }

    [Fact]
    public async Task An_awaiter_that_is_dropped_awaits_nothing()
    {
        await using var open = await OpenBench.On();
        var left = open.Bench.Core.Run.Root.Calls;

        _ = open.Bench.Set("psu.vdd.voltage", 2.Volts()).GetAwaiter();
        _ = open.Bench.Read("dmm.reading").ConfigureAwait(false);
        _ = open.Bench.Read("psu.vdd.voltage").GetAwaiter().IsCompleted;

        left.Left(TimeSpan.Zero).Should().StartWith("Set(\"psu.vdd.voltage\"), Read(\"dmm.reading\"), Read(\"psu.vdd.voltage\") were not awaited");
    }

    [Fact]
    public async Task A_step_whose_end_is_only_called_back_and_whose_result_nobody_asks_for_is_not_awaited()
    {
        var calls = new OpenCalls();
        Step Failing(string name) => calls.Track(new Step(Task.FromException(new InvalidOperationException(name)), "Set", name));
        Step<int> Given(string name, Task<int> task) => calls.Track(new Step<int>(task, "Read", name));
        using var called = new CountdownEvent(4);

        Failing("plain").GetAwaiter().OnCompleted(() => called.Signal());
        Failing("unsafe").ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => called.Signal());
        Given("value", Task.FromException<int>(new InvalidOperationException("value"))).GetAwaiter().OnCompleted(() => called.Signal());
        Given("fine", Task.FromResult(1)).GetAwaiter().UnsafeOnCompleted(() => called.Signal());
        called.Wait(TestContext.Current.CancellationToken);
        calls.Left(TimeSpan.Zero).Should().StartWith("Set(\"plain\") (plain), Set(\"unsafe\") (unsafe), Read(\"value\") (value), Read(\"fine\") were not awaited");

        var later = new TaskCompletionSource<int>();
        var step = Given("later", later.Task);
        var awaited = Awaited(step);
        step.IsSettled.Should().BeFalse("it is still under way");
        later.SetResult(2);
        (await awaited).Should().Be(2);
        var (asked, got) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var awaiter = Given("asked", asked.Task).GetAwaiter();
        awaiter.OnCompleted(() => got.SetResult(awaiter.GetResult()));
        asked.SetResult(1);
        (await got.Task).Should().Be(1);
        calls.Left(TimeSpan.Zero).Should().BeNull("what goes on has asked for the result");
    }

    [Fact]
    public async Task Of_a_step_that_was_taken_as_a_task_a_failure_has_to_be_seen_by_somebody()
    {
        var calls = new OpenCalls();
        Task Failing(string name) => calls.Track(new Step(Task.FromException(new InvalidOperationException(name)), "Set", name));
        async Task Swallow(Func<Task> what) => await what.Should().ThrowAsync<InvalidOperationException>();

        await Swallow(() => Failing("returned"));
        await Swallow(() => Task.WhenAll(Failing("all"), Failing("other")));
        await Swallow(async () => await Failing("awaited").ConfigureAwait(false));
        await Swallow(async () => await await Task.WhenAny(Failing("any")));
        await Failing("suppressed").ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Failing("asked").Exception.Should().NotBeNull();
        await calls.Track(new Step(Task.CompletedTask, "Set", "fine")).AsTask();
        calls.Left(TimeSpan.Zero).Should().BeNull();

        _kept = Failing("kept");
        _ = Failing("dropped");
        _ = Failing("looked at").IsFaulted;
        _ = calls.Track(new Step<int>(Task.FromException<int>(new InvalidOperationException("value")), "Read", "value")).AsTask();
        calls.Left(TimeSpan.Zero).Should().StartWith("Set(\"kept\") (kept), Set(\"dropped\") (dropped), Set(\"looked at\") (looked at), Read(\"value\") (value) were not awaited");
    }

    [Fact]
    public async Task A_scan_that_is_described_and_never_run_is_told()
    {
        await using var open = await OpenBench.On();
        var bench = open.Bench;
        var left = bench.Core.Run.Root.Calls;

        var run = bench.Scan("run", "psu.vdd.voltage", 1.Volts(), 2.Volts(), points: 2);
        await run.Read("dmm.reading").Settle(1.Milliseconds()).Run();
        await run.Read("psu.vdd.current_measured").Run();
        left.Left(TimeSpan.Zero).Should().BeNull();

        _ = bench.Scan("load", "psu.vdd.voltage", 1.Volts(), 2.Volts(), points: 2).Read("dmm.reading");
        _ = bench.Set("psu.vdd.voltage", 1.Volts());
        left.Left(TimeSpan.Zero).Should().Be(
            "Set(\"psu.vdd.voltage\") was not awaited: write await before it, and make the method async Task. Scan(\"load\") was described and never run: end it with Run(), and await that.");
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
        calls.Left(TimeSpan.Zero).Should().StartWith("Set(\"first\"), Set(\"forgotten\") were not awaited");
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

    private static async Task<int> Awaited(Step<int> step) => await step;

    private static Task Helper(Bench bench) => bench.Set("psu.vdd.voltage", 1.Volts());

    private static async Task<Step> Given(Bench bench)
    {
        await bench.Wait(1.Milliseconds());
        return bench.Set("psu.vdd.voltage", 1.Volts());
    }
}
