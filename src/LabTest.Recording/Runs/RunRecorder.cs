using System.Diagnostics;
using LabTest.Instruments;
using LabTest.Recording.Journal;
using LabTest.Recording.Stopping;

namespace LabTest.Recording.Runs;

/// <summary>
/// Records one run: everything goes to the journal first, in one order, before the call returns; the other files follow on a thread of their
/// own.
/// </summary>
internal sealed partial class RunRecorder : IDisposable
{
    private const int MostSkipped = 500;

    private readonly RunLock? _lock;
    private readonly HandleReserve _reserve;
    private readonly JournalWriter _journal;
    private readonly FollowerThread _followers;
    private readonly Lock _order = new();
    private readonly RunOptions _options;
    private readonly RunSummary _summary = new(isRunning: true);
    private readonly RunVerdict _verdict = new();
    private readonly DatasetNames _datasets = new();
    private LabClock _clock;
    private RecordingException? _failure;
    private readonly Lock _finishing = new();
    private volatile bool _isFinished;
    private int _skipped;

    private RunRecorder(RunOptions options, RunFolder folder)
    {
        _options = options;
        Folder = folder;
        _clock = new LabClock(options.Time);
        _lock = TakeLock(folder);
        try
        {
            _journal = new JournalWriter(folder.Journal, options.JournalStore(folder.Journal), options.Time);
            _reserve = new HandleReserve(folder.Journal);
        }
        catch
        {
            _journal?.Dispose();
            _lock?.Dispose();
            throw;
        }

        _followers = new FollowerThread([_summary, .. Followers.For(folder, Stored)], Skipped);
        Root = new TestScope(this, test: null);
    }

    public RunFolder Folder { get; }

    /// <summary>What measurements belong to that no test took.</summary>
    public TestScope Root { get; }

    /// <summary>What measurements belong to now: the test that is under way, else the run.</summary>
    public TestScope Scope => CurrentTest() ?? Root;

    /// <summary>How uncertainty enters verdicts.</summary>
    public DecisionRule Decision { get; private set; }

    /// <summary>The time of the run: real, or virtual once a station on virtual time is open.</summary>
    public Instant Now => _clock.Now;

    /// <summary>The verdict so far: that of the run once it is finished.</summary>
    public Verdict Verdict
    {
        get
        {
            lock (_order)
                return _verdict.Worst.Worse(_summary.Finished?.Verdict ?? Verdict.NotSet);
        }
    }

    /// <summary>What the run came to; complete once it is finished.</summary>
    public RunSummary Summary => _summary;

    /// <summary>Whether it is over, or being ended.</summary>
    public bool IsFinished => _isFinished;

    /// <summary>Begins a run.</summary>
    /// <exception cref="RecordingException">Its folder or its journal cannot be made.</exception>
    public static RunRecorder Start(RunOptions options)
    {
        var start = options.Time.GetUtcNow();
        var folder = RunFolder.Create(options.Runs, options.Name, start);
        var recorder = new RunRecorder(options, folder);
        try
        {
            recorder.Begin(start);
            return recorder;
        }
        catch
        {
            recorder.Release();
            throw;
        }
    }

    private void Begin(DateTimeOffset start)
    {
        var settings = _options.Settings;
        Write(new RunStarted(
            $"{start.ToLocalTime():yyyy-MM-dd}/{Folder.Name}",
            settings.Batch ?? Folder.Name[^6..],
            settings.Dut,
            settings.Operator,
            _options.Project,
            _options.Filter,
            _options.Filter is null,
            settings.Arguments,
            RunEnvironments.Current(_options.ProjectFolder),
            JournalWriter.Format,
            Environment.ProcessId,
            settings.IsProduction));
    }

    /// <summary>A test begins.</summary>
    public TestScope BeginTest(TestInfo test)
    {
        var started = Write(new TestStarted(
            test.Id, test.Class, test.Method, test.Name, test.Traits, [.. test.Conditions.Select(Records.Of)], test.File, test.Line, test.Attempt));
        return new TestScope(this, test) { Number = started.Number, StartStamp = Stopwatch.GetTimestamp() };
    }

    /// <summary>A test has ended; what was recorded so far is on the disk when this returns.</summary>
    /// <param name="scope">The test.</param>
    /// <param name="verdict">Its verdict; what is worse among its recorded verdicts wins.</param>
    /// <param name="cause">Why it is not good.</param>
    /// <param name="message">What went wrong.</param>
    /// <param name="at">Where it went wrong; null for the first assertion that failed, or where the test is declared.</param>
    public void FinishTest(TestScope scope, Verdict verdict, string? cause, string? message, SourcePlace? at = null)
    {
        if (scope.Worst > Verdict.Skipped)
            verdict = verdict.Worse(scope.Worst);
        scope.Ended = verdict;
        var seconds = Stopwatch.GetElapsedTime(scope.StartStamp).TotalSeconds;
        var test = scope.Test!;
        var isAtFault = verdict > Verdict.Skipped && cause is not (TestFinished.Station or TestFinished.Fixture);
        var place = isAtFault ? at ?? scope.FailedAt ?? SourcePlace.Of(test.File, test.Line) : null;
        Note(new TestFinished(scope.Number!.Value, verdict, cause, message, Math.Round(seconds, 6), test.Attempt, place?.File, place?.Line), Now);
        Sync();
    }

    /// <summary>Something came after a test had ended: its outcome is told already, so the test and the run become a Fail.</summary>
    /// <param name="scope">The test.</param>
    /// <param name="what">What came: <c>'rail' was recorded</c>.</param>
    public void TooLate(TestScope scope, string what)
    {
        lock (_finishing)
        {
            if (scope.Late is not null || _isFinished)
                return;
            scope.Late = $"{what} after the test had ended. Await what does this, so that it belongs to the test";
        }

        FinishTest(scope, scope.Ended!.Value.Worse(Verdict.Fail), "late", $"{scope.Late}.", SourcePlace.Here(scope.Test!.File));
    }

    /// <summary>Records a measurement.</summary>
    /// <exception cref="UnitMismatchException">Its name already stands for something of another dimension, or its uncertainty is none of its unit.</exception>
    /// <exception cref="RecordingException">It cannot be written.</exception>
    public Measurement Record(TestScope scope, MeasurementDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Name))
            throw new ArgumentException($"A measurement needs a name, and '{PrintableText.Exactly(draft.Name ?? "", 40)}' shows nothing; give it letters or digits, as in \"rail_3v3\".");
        if (draft.Uncertainty is { Value: < 0 } negative)
            throw new ArgumentException($"The uncertainty of '{draft.Name}' is {negative}: it is a standard deviation and cannot be below zero. Give its magnitude, or none where it is unknown.");
        var uncertainty = draft.Uncertainty?.RequireDifference($"The uncertainty of '{draft.Name}'").DifferenceIn(draft.Value.Unit);
        var test = scope.Test;
        var index = scope.Next(draft.Name, draft.Value.Unit);
        var conditions = test?.Conditions ?? [];
        var scalar = draft.Value as ScalarValue;
        var data = draft.Value is ScalarValue or TextValue or FlagValue ? null : draft.Value;
        var taken = Write(
            new MeasurementTaken(
                scope.Number,
                draft.Name,
                scalar?.Quantity.Value,
                (draft.Value as TextValue)?.Text,
                (draft.Value as FlagValue)?.Flag,
                data is null ? null : draft.Dataset ?? _datasets.Next(draft.Name, data),
                draft.Value.Unit.Symbol,
                uncertainty,
                draft.Samples,
                draft.Source,
                conditions.Count == 0 ? [] : [.. conditions.Select(Records.Of)],
                index,
                test?.Attempt ?? 1),
            draft.Time,
            data);
        if (scope is { Ended: not null, Test: not null })
            TooLate(scope, $"'{draft.Name}' was recorded");
        if (_journal.Failure is { } broken)
            throw Failed(broken);
        return new Measurement
        {
            Name = draft.Name,
            Value = draft.Value,
            Time = draft.Time,
            Source = draft.Source,
            Uncertainty = draft.Uncertainty,
            Samples = draft.Samples,
            Conditions = conditions,
            TestId = test?.Id,
            Index = index,
            Attempt = test?.Attempt ?? 1,
            Scope = scope,
            Number = taken.Number,
        };
    }

    /// <summary>Records what was asserted of a measurement.</summary>
    public void Judged(TestScope scope, Measurement measurement, Limit limit, Verdict verdict)
    {
        Write(Records.Of(scope.Number, measurement, limit, verdict));
        if (scope is { Ended: not null, Test: not null })
            TooLate(scope, $"'{measurement.Name}' was judged");
    }

    /// <summary>Records that something asks for attention.</summary>
    public void Warn(TestScope? scope, string source, string message) => Note(new Warning(scope?.Number, source, message), Now);

    /// <summary>Records what the station is, now that it is open.</summary>
    public async ValueTask StationOpened(OpenedStation station, CancellationToken cancellationToken)
    {
        _clock = station.Clock;
        Decision = station.Model.Decision;
        Write(Records.Of(station));
        var settings = await station.Snapshot(cancellationToken).ConfigureAwait(false);
        Write(new SettingsRead(settings.ToDictionary(s => s.Key.ToString(), s => Records.Text(s.Value))));
    }

    /// <summary>Records that the station is closed.</summary>
    /// <param name="failures">What could not be made safe, and what the instruments' error queues held.</param>
    /// <param name="instruments">How each instrument was left.</param>
    public void StationClosed(IReadOnlyList<Exception> failures, IReadOnlyList<SafeStateRecord>? instruments = null) =>
        Note(new StationClosed([.. failures.Select(f => f.Message)]) { Instruments = instruments ?? [] }, Now);

    /// <summary>Lets go of the file handles that were kept for the end: before the station is made safe, and before the record is ended.</summary>
    public void FreeHandles() => _reserve.Dispose();

    public void Dispose()
    {
        Finish("disposed", Verdict.Aborted);
        Release();
    }

    private void Release()
    {
        FreeHandles();
        _followers.Dispose();
        _journal.Dispose();
        _lock?.Dispose();
    }

    /// <summary>A free place for a table.</summary>
    internal string NextTable(string name) => _datasets.NextTable(name);

    /// <summary>Writes an event that happened at a time.</summary>
    /// <exception cref="RecordingException">It cannot be written.</exception>
    internal T Write<T>(T what, Instant time, MeasuredValue? data = null)
        where T : JournalEvent
    {
        T written;
        using var storing = data is null ? null : new Storing();

        // One order for the journal and for all that follows it.
        lock (_order)
        {
            if (_isFinished && what is LimitJudged { Verdict: > Verdict.Skipped })
                ProcessEnd.Spoil();
            if (_isFinished)
                throw new RecordingException("The run is over: nothing more is recorded. Await what records this before its test ends.");
            try
            {
                written = _journal.Write(what, time);
            }
            catch (RecordingException e)
            {
                _failure ??= e;
                throw;
            }

            _verdict.Take(written);
            _followers.Add(written, data, storing);
        }

        // The journal does not hold the numbers of waveforms and arrays: they are safe once data.h5 does.
        storing?.Wait();
        return written;
    }

    /// <summary>
    /// Writes an event that nobody waits for. Where it cannot be written, the next measurement says so, and the end of the run: leaving a station
    /// safe and ending a test must go on.
    /// </summary>
    private void Note(JournalEvent what, Instant time)
    {
        try
        {
            Write(what, time);
        }
        catch (RecordingException)
        {
            // Kept in _failure. How a test and the station ended is shown all the same, though no file says so.
            lock (_order)
            {
                if (_isFinished)
                    return;
                var unwritten = what with { Time = time.UnixNanoseconds };
                _verdict.Take(unwritten);
                _followers.Add(unwritten, data: null, storing: null);
            }
        }
    }

    private static RunLock? TakeLock(RunFolder folder)
    {
        try
        {
            return RunLock.TryTake(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"The folder '{folder.Path}' cannot be written: {e.Message}. Choose another with --lab-runs or LABTEST_RUNS.", e);
        }
    }

    // Called on the followers' thread, which must not wait for its own queue.
    private void Stored(ArrayStored array) => _summary.Take(_journal.Write(array, Now));

    private T Write<T>(T what, MeasuredValue? data = null)
        where T : JournalEvent => Write(what, Now, data);
}
