namespace LabTest.Analyzers.Tests;

/// <summary>Steps that the compiler lets nobody forget, and all the ways to await one that it must not complain of.</summary>
public sealed class StepAnalyzerTests
{
    [Theory]
    [InlineData("void T() => s.Set(\"psu.voltage\", 2.Volts());", "LABT001 s.Set(\"psu.voltage\", 2.Volts())")]
    [InlineData("void T() { s.Set(\"p\", 2.Volts()); }", "LABT001 s.Set(\"p\", 2.Volts())")]
    [InlineData("void T() { _ = s.Measure(\"m\", \"p\"); }", "LABT001 s.Measure(\"m\", \"p\")")]
    [InlineData("async Task T() { await Task.Delay(1); _ = s.Measure(\"m\", \"p\"); }", "LABT001 s.Measure(\"m\", \"p\")")]
    [InlineData("void T() { s.Measure(\"m\", \"p\").Should().BeAtMost(2.Volts()); }", "LABT001 s.Measure(\"m\", \"p\").Should().BeAtMost(2.Volts())")]
    [InlineData("void T() { s.Read(\"p\"); s.ReadValue(\"p\"); }", "LABT001 s.Read(\"p\")", "LABT001 s.ReadValue(\"p\")")]
    [InlineData("void T() { s.Do(\"a\"); s.Wait(1.Seconds()); s.SafeState(); s.Capture(\"c\", \"p\"); }", "LABT001 s.Do(\"a\")", "LABT001 s.Wait(1.Seconds())", "LABT001 s.SafeState()", "LABT001 s.Capture(\"c\", \"p\")")]
    [InlineData("void T() { s.WaitFor(\"p\", v => v > 1.Volts(), 1.Seconds()); }", "LABT001 s.WaitFor(\"p\", v => v > 1.Volts(), 1.Seconds())")]
    [InlineData("void T() { _ = s.Scan(\"n\", \"p\", 0.Volts(), 1.Volts(), 3).Read(\"q\").Run(); }", "LABT001 s.Scan(\"n\", \"p\", 0.Volts(), 1.Volts(), 3).Read(\"q\").Run()")]
    [InlineData("void T() { s?.Set(\"p\", 1.Volts()); }", "LABT001 s?.Set(\"p\", 1.Volts())")]
    [InlineData("void T(bool b) { _ = b ? s.Read(\"p\") : s.Read(\"q\"); }", "LABT001 b ? s.Read(\"p\") : s.Read(\"q\")")]
    [InlineData("void T() { Action a = () => s.Set(\"p\", 1.Volts()); a(); }", "LABT001 s.Set(\"p\", 1.Volts())")]
    [InlineData("void T() { void Local() => s.Set(\"p\", 1.Volts()); Local(); }", "LABT001 s.Set(\"p\", 1.Volts())")]
    [InlineData("void T() { foreach (var v in new[] { 1, 2 }) s.Set(\"p\", v.Volts()); }", "LABT001 s.Set(\"p\", v.Volts())")]
    [InlineData("void T() { _ = s.Set(\"p\", 1.Volts()).AsTask(); _ = s.Read(\"p\").ConfigureAwait(false); }", "LABT001 s.Set(\"p\", 1.Volts()).AsTask()", "LABT001 s.Read(\"p\").ConfigureAwait(false)")]
    [InlineData("void T() { _ = (Task)s.Set(\"p\", 1.Volts()); }", "LABT001 s.Set(\"p\", 1.Volts())")]
    [InlineData("void T() { Helper(); } async Task Helper() { await s.Set(\"p\", 1.Volts()); }", "LABT001 Helper()")]
    [InlineData("void T() { _ = Passing(); } Step Passing() => s.Set(\"p\", 1.Volts());", "LABT001 Passing()")]
    [InlineData("void T() { s.Instruments[\"psu\"].As<IOutput>(\"vdd\").Switch(true); _ = s.Instruments[\"psu\"].As<ISettable>(\"vdd\").Set(2.Volts()); }", "LABT001 s.Instruments[\"psu\"].As<IOutput>(\"vdd\").Switch(true)", "LABT001 s.Instruments[\"psu\"].As<ISettable>(\"vdd\").Set(2.Volts())")]
    [InlineData("void T(IMovable stage) { stage.Move(1.Meters()); _ = stage.Home(); stage.Stop().AsTask(); }", "LABT001 stage.Move(1.Meters())", "LABT001 stage.Home()", "LABT001 stage.Stop().AsTask()")]
    [InlineData("void T() { _ = s.Instruments[\"psu\"].UncheckedWrite(\"*RST\"); _ = s.Instruments[\"psu\"].UncheckedQuery(\"*IDN?\"); }", "LABT001 s.Instruments[\"psu\"].UncheckedWrite(\"*RST\")", "LABT001 s.Instruments[\"psu\"].UncheckedQuery(\"*IDN?\")")]
    [InlineData("void T() { s.Set(\"p\", 1.Volts()).AsTask(); s.Set(\"p\", 2.Volts()).GetAwaiter(); _ = s.Set(\"p\", 3.Volts()).AsTask().ConfigureAwait(false); }", "LABT001 s.Set(\"p\", 1.Volts()).AsTask()", "LABT001 s.Set(\"p\", 2.Volts()).GetAwaiter()", "LABT001 s.Set(\"p\", 3.Volts()).AsTask().ConfigureAwait(false)")]
    [InlineData("void T() { _ = Task.WhenAll(s.Set(\"p\", 1.Volts()), s.Read(\"q\")); }", "LABT001 Task.WhenAll(s.Set(\"p\", 1.Volts()), s.Read(\"q\"))")]
    [InlineData("void T() { _ = s.Set(\"p\", 1.Volts()).AsTask().ContinueWith(_ => 1); }", "LABT001 s.Set(\"p\", 1.Volts()).AsTask().ContinueWith(_ => 1)")]
    public async Task A_step_that_is_discarded_is_an_error(string source, params string[] problems) => (await Problems(source)).Should().Equal(problems);

    [Theory]
    [InlineData("void T() { var kept = s.Set(\"p\", 1.Volts()); }", "kept = s.Set(\"p\", 1.Volts())")]
    [InlineData("void T() { Task kept = s.Set(\"p\", 1.Volts()); }", "kept = s.Set(\"p\", 1.Volts())")]
    [InlineData("void T() { var kept = s.Measure(\"m\", \"p\").AsTask(); }", "kept = s.Measure(\"m\", \"p\").AsTask()")]
    [InlineData("void T() { Step kept; kept = s.Set(\"p\", 1.Volts()); }", "kept")]
    [InlineData("async Task T() { var kept = s.Read(\"p\"); var other = s.Read(\"q\"); await other; }", "kept = s.Read(\"p\")")]
    [InlineData("void T() { var kept = Task.WhenAll(s.Set(\"p\", 1.Volts())); }", "kept = Task.WhenAll(s.Set(\"p\", 1.Volts()))")]
    [InlineData("void T() { var kept = s.Set(\"p\", 1.Volts()).GetAwaiter(); }", "kept = s.Set(\"p\", 1.Volts()).GetAwaiter()")]
    public async Task A_step_in_a_variable_that_is_never_used_is_an_error(string source, string problem) => (await Problems(source)).Should().Equal($"LABT002 {problem}");

    [Theory]
    [InlineData("Task? _kept; void T() { _kept = s.Set(\"p\", 1.Volts()).AsTask(); }", "_kept = s.Set(\"p\", 1.Volts()).AsTask()")]
    [InlineData("static Step? _kept; void T() { _kept = s.Set(\"p\", 1.Volts()); }", "_kept = s.Set(\"p\", 1.Volts())")]
    [InlineData("Step _kept = s.Set(\"p\", 1.Volts());", "s.Set(\"p\", 1.Volts())")]
    [InlineData("Task? Kept { get; set; } void T() { Kept = s.Set(\"p\", 1.Volts()); }", "Kept = s.Set(\"p\", 1.Volts())")]
    [InlineData("sealed class Inner { private Task? _kept; public void T(Station s) { _kept = s.Set(\"p\", 1.Volts()); } }", "_kept = s.Set(\"p\", 1.Volts())")]
    public async Task A_step_in_a_field_that_nothing_reads_is_an_error(string source, string problem) => (await Problems(source)).Should().Equal($"LABT002 {problem}");

    [Theory]
    [InlineData("void T() { var scan = s.Scan(\"n\", \"p\", 0.Volts(), 1.Volts(), 3).Read(\"q\"); }", "scan = s.Scan(\"n\", \"p\", 0.Volts(), 1.Volts(), 3).Read(\"q\")")]
    [InlineData("ScanBuilder? _scan; void T() { _scan = s.Scan(\"n\", \"p\", 0.Volts(), 1.Volts(), 3); }", "_scan = s.Scan(\"n\", \"p\", 0.Volts(), 1.Volts(), 3)")]
    [InlineData("async Task T() { s.Measure(\"m\", \"p\").Should(); await Task.Delay(1); }", "s.Measure(\"m\", \"p\").Should()")]
    [InlineData("void T() { _ = s.Scan(\"n\", \"p\", 0.Volts(), 1.Volts(), 3).Read(\"q\"); }", "s.Scan(\"n\", \"p\", 0.Volts(), 1.Volts(), 3).Read(\"q\")")]
    public async Task What_only_describes_a_step_is_an_error(string source, string problem) => (await Problems(source)).Should().Equal($"LABT003 {problem}");

    [Theory]
    [InlineData("async Task T() { await s.Set(\"p\", 1.Volts()); await s.Set(\"p\", 1.Volts()).ConfigureAwait(false); Quantity q = await s.Read(\"p\"); }")]
    [InlineData("async Task T() { _ = await s.Measure(\"m\", \"p\"); await s.Measure(\"m\", \"p\").Should().BeAtMost(1.Volts()); }")]
    [InlineData("async Task T() { await Task.WhenAll(s.Set(\"p\", 1.Volts()), s.Read(\"q\"), s.Measure(\"m\", \"p\")); }")]
    [InlineData("Task T() => s.Set(\"p\", 1.Volts());")]
    [InlineData("Task<Measurement> T() => s.Measure(\"m\", \"p\");")]
    [InlineData("Step T() { return s.Set(\"p\", 1.Volts()); }")]
    [InlineData("async Task T() { var kept = s.Set(\"p\", 1.Volts()); await kept; }")]
    [InlineData("async Task T() { var all = new List<Task>(); all.Add(s.Set(\"p\", 1.Volts())); await Task.WhenAll(all); }")]
    [InlineData("async Task T() { Step kept; kept = s.Set(\"p\", 1.Volts()); await kept; }")]
    [InlineData("async Task T() { Func<Task> f = () => s.Set(\"p\", 1.Volts()); await f(); }")]
    [InlineData("async Task T() { Func<Task> f = async () => await s.Set(\"p\", 1.Volts()); await f.Should().ThrowAsync<LabTestException>(); }")]
    [InlineData("void T() { s.Set(\"p\", 1.Volts()).AsTask().GetAwaiter().GetResult(); }")]
    [InlineData("void T() { s.Record(\"x\", 1.Volts()).Should().BeAtMost(2.Volts()); }")]
    [InlineData("void T() { _ = Task.Run(() => 1); }")]
    [InlineData("void T() { s.Set(\"p\", 1.Volts()).AsTask().Wait(); s.Set(\"p\", 1.Volts()).GetAwaiter().GetResult(); }")]
    [InlineData("async Task T() { _ = await Task.WhenAll(s.Measure(\"m\", \"p\").AsTask()); var done = Task.WhenAny(s.Set(\"p\", 1.Volts())); await await done; }")]
    [InlineData("Task? _kept; void T() { _kept = s.Set(\"p\", 1.Volts()); } async Task U() { await _kept!; }")]
    [InlineData("public Task? Kept; void T() { Kept = s.Set(\"p\", 1.Volts()); }")]
    [InlineData("sealed class Inner { private Task? _kept; public void T(Station s) { _kept = s.Set(\"p\", 1.Volts()); } public Task Kept => _kept!; }")]
    [InlineData("async Task T() { var scan = s.Scan(\"n\", \"p\", 0.Volts(), 1.Volts(), 3); await scan.Read(\"q\").Run(); }")]
    [InlineData("async Task T(IOutput o, IReadable r) { await o.Switch(true); await Task.WhenAll(o.Switch(false), r.Read()); }")]
    [InlineData("async Task T() { await foreach (var x in Many()) _ = x; } async IAsyncEnumerable<int> Many() { await s.Read(\"p\"); yield return 1; }")]
    public async Task A_step_that_is_awaited_or_passed_on_is_none(string source) => (await Problems(source)).Should().BeEmpty();

    private static Task<string[]> Problems(string source) => Compiled.Problems($"public sealed class Experiment(Station s) {{ {source} }}");
}
