using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using LabTest.Instruments.Stations;
using LabTest.Recording;
using LabTest.Recording.Runs;
using LabTest.Recording.Stopping;
using LabTest.Xunit.Platform;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>
/// The run that one execution of an experiment assembly is: its record, its station, and the tests that are under way. The test framework
/// makes it; the fixture takes it from the test context.
/// </summary>
internal sealed class ExperimentRun : IStoppable
{
    private const string Key = "LabTest.ExperimentRun";

    // The exit code of the testing platform for a session that was cancelled.
    private const int TestSessionAborted = 3;

    private readonly ConcurrentDictionary<string, TestScope> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Class, string Method, string Name), List<IReadOnlyList<Condition>>> _begun = [];
    private readonly Lock _beginning = new();
    private bool _isProblemTold;
    private readonly Lazy<StationModel> _station;

    private ExperimentRun(LabSettings settings, Lazy<StationModel> station, RunRecorder recorder)
    {
        Settings = settings;
        _station = station;
        Recorder = recorder;
        recorder.CurrentTest = CurrentTest;
        CurrentScope.OfTests = () => recorder.Scope;
    }

    public LabSettings Settings { get; }

    public RunRecorder Recorder { get; }

    /// <summary>The station; loading it throws what is wrong with it, each time it is asked for.</summary>
    public StationModel Station => _station.Value;

    /// <summary>What keeps the station in order around classes and tests; none before it is open.</summary>
    public IStationCare? Care { get; set; }

    /// <summary>Cancels the tests.</summary>
    public Action Cancel { get; set; } = static () => { };

    /// <summary>Whether nothing was filtered out.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>What is wrong with the run as a whole, such as a value that was set and that nothing asks for.</summary>
    public string? Problem { get; private set; }

    /// <summary>Why the run was stopped; none while nothing stopped it.</summary>
    public string? StopCause { get; private set; }

    /// <summary>The run of the test context.</summary>
    public static ExperimentRun? Current => TestContext.Current.KeyValueStorage.TryGetValue(Key, out var run) ? (ExperimentRun?)run : null;

    /// <summary>Begins a run.</summary>
    /// <param name="assembly">The experiments.</param>
    /// <param name="settings">What was asked for from outside.</param>
    /// <param name="filter">What was selected; none for everything.</param>
    public static ExperimentRun Start(Assembly assembly, LabSettings settings, string? filter)
    {
        var choice = StationChoice.Of(assembly, settings);
        var station = new Lazy<StationModel>(() => choice.Load(settings), LazyThreadSafetyMode.ExecutionAndPublication);
        var recorder = RunRecorder.Start(new RunOptions
        {
            Runs = RunsFolder.Find(settings, choice.ProjectFolder),
            Name = TryName(station, choice),
            Project = assembly.GetName().Name ?? "experiments",
            Settings = settings,
            Filter = filter,
            ProjectFolder = choice.ProjectFolder,
        });
        return new ExperimentRun(settings, station, recorder) { IsComplete = filter is null };
    }

    /// <summary>Makes the run known to the test context, before any fixture is made.</summary>
    public void Publish() => TestContext.Current.KeyValueStorage[Key] = this;

    /// <inheritdoc/>
    public void Stop(string cause)
    {
        StopCause ??= cause;
        Cancel();
    }

    /// <summary>Whether the station was made safe under a test that did not let go of it.</summary>
    public bool IsMadeSafe { get; private set; }

    /// <inheritdoc/>
    public bool IsUnderWay => _scopes.Values.Any(static s => s.Ended is null);

    /// <inheritdoc/>
    public async Task MakeSafe()
    {
        IsMadeSafe = true;
        if (Care is { } care)
            await care.MakeSafe().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public bool IsOver => Recorder.IsFinished;

    /// <inheritdoc/>
    public void End(string cause)
    {
        foreach (var scope in _scopes.Values.Where(static s => s.Ended is null))
            Recorder.FinishTest(scope, Verdict.Aborted, "process end", $"The test did not come to its end: {cause}.");
        Recorder.Finish(cause, Verdict.Aborted);
        VerdictDisplay.Show(RunHandover.TakeAll());
    }

    /// <summary>Ends the run: a test that heeds nothing keeps xUnit, and with it the testing platform, from ever coming to their end.</summary>
    public void GiveUp()
    {
        foreach (var scope in _scopes.Values.Where(static s => s.Ended is null))
            Recorder.FinishTest(scope, Verdict.Aborted, StopCause, $"Stopped by {StopCause}. It did not heed its cancellation, and was given up: pass TestContext.Current.CancellationToken to what it waits for.");
        Finish();
        ControllingTerminal.Tell(Recorder.Folder, Recorder.Verdict, StopCause ?? "a signal");
        VerdictDisplay.Show(RunHandover.TakeAll());
        Environment.Exit(TestSessionAborted);
    }

    /// <summary>Makes the run an Error, whatever its tests come to.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="isTold">Whether the testing platform has shown it already.</param>
    public void Spoil(string problem, bool isTold = false)
    {
        if (Problem is null)
            _isProblemTold = isTold;
        Problem ??= problem;
    }

    public TestScope? ScopeOf(string? testId) => testId is not null && _scopes.TryGetValue(testId, out var scope) ? scope : null;

    /// <summary>The record of a test; it begins when this is first asked for.</summary>
    public TestScope Begin(IXunitTest test) => Begin(test.UniqueID, () => TestInfos.Of(test));

    /// <summary>The record of a test; it begins when this is first asked for.</summary>
    public TestScope Begin(string testId, Func<TestInfo> info)
    {
        lock (_beginning)
            return _scopes.TryGetValue(testId, out var scope) ? scope : _scopes[testId] = Recorder.BeginTest(Attempt(info()));
    }

    // Cases with equal arguments are attempts at one, which tells their values apart.
    private TestInfo Attempt(TestInfo test)
    {
        if (!_begun.TryGetValue((test.Class, test.Method, test.Name), out var cases))
            _begun[(test.Class, test.Method, test.Name)] = cases = [];
        cases.Add(test.Conditions);
        return test with { Attempt = cases.Count(c => c.SequenceEqual(test.Conditions)) };
    }

    /// <summary>Records what a test leaves beside its measurements, once.</summary>
    /// <exception cref="RecordingException">An attachment cannot be written.</exception>
    public void Keep(TestScope scope, string? output, IReadOnlyCollection<string>? warnings, IReadOnlyDictionary<string, TestAttachment>? attachments)
    {
        if (scope.IsKept)
            return;
        scope.IsKept = true;
        Recorder.Output(scope, output ?? "");
        Recorder.Warn(scope, warnings ?? []);
        if (attachments is null)
            return;

        // A test that ran out of its time may still add some; xUnit locks the same dictionary.
        KeyValuePair<string, TestAttachment>[] all;
        lock (attachments)
            all = [.. attachments];
        foreach (var (name, attachment) in all)
        {
            if (attachment.AttachmentType == TestAttachmentType.String)
            {
                Recorder.Attach(scope, name, Encoding.UTF8.GetBytes(attachment.AsString()), "text/plain");
                continue;
            }

            var (bytes, mediaType) = attachment.AsByteArray();
            Recorder.Attach(scope, name, bytes, mediaType);
        }
    }

    /// <summary>The token of the test that is under way, for what it asks of the station.</summary>
    /// <inheritdoc cref="RunRecorder.Refuse" path="/exception"/>
    public CancellationToken Token()
    {
        var context = TestContext.Current;
        if (ScopeOf(context.Test?.UniqueID) is { } scope)
            Recorder.Refuse(scope);
        return context.CancellationToken;
    }

    /// <summary>The run is over.</summary>
    /// <returns>What is wrong beside its tests: with the run itself, or with its files, since a record that is not whole is no record.</returns>
    public IReadOnlyList<Exception> Finish()
    {
        var failures = Recorder.Finish(StopCause ?? Problem, StopCause is not null ? Verdict.Aborted : Problem is not null ? Verdict.Error : Verdict.NotSet);
        List<Exception> all = Problem is { } problem && !_isProblemTold ? [new ArgumentException(problem)] : [];
        if (Recorder.Root is { Worst: > Verdict.Skipped } outside)
            all.Add(new LimitException($"{outside.FirstFailure}. It was recorded outside of any test, and a recorded {outside.Worst} fails the run."));
        all.AddRange(failures);
        if (all.Count > 0 || Recorder.Verdict > Verdict.Skipped)
            ProcessEnd.Keep(ProcessEnd.Failed);
        return all;
    }

    /// <summary>What came after its test had ended, by the test.</summary>
    public IEnumerable<(string TestId, Exception Failure)> TooLate => _scopes
        .Where(static s => s.Value.Late is not null)
        .OrderBy(static s => s.Value.Number)
        .Select(static s => (s.Key, (Exception)new LimitException($"{s.Value.Test!.Class}.{s.Value.Test.Name}: {s.Value.Late}; what is recorded too late fails the run.")));

    // What a thread records that carries no test context (UnsafeStart and its like) belongs to the one test that is under way.
    private TestScope? CurrentTest()
    {
        var context = TestContext.Current;
        if (context.Test is IXunitTest test)
            return Begin(test);
        if (context.PipelineStage != TestPipelineStage.Unknown)
            return null;
        var underWay = _scopes.Values.Where(static s => s.Ended is null).Take(2).ToArray();
        return underWay.Length == 1 ? underWay[0] : null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with the station is told by the fixture that opens it.")]
    private static string TryName(Lazy<StationModel> station, StationChoice choice)
    {
        try
        {
            return station.Value.Name;
        }
        catch (Exception)
        {
            return choice.File is { } file ? Path.GetFileNameWithoutExtension(file) : "no-station";
        }
    }
}
