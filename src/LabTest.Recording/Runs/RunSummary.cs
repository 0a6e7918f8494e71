using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>What a run came to: made from the journal's events, while they happen or afterwards. The verdict table, run.json and the report show it.</summary>
/// <param name="isRunning">Whether the run is under way.</param>
internal sealed class RunSummary(bool isRunning = false) : IRunFollower
{
    private const int MostWarnings = 1000;

    private readonly OrderedDictionary<long, TestSummary> _tests = [];
    private readonly OrderedDictionary<string, TableSummary> _tables = new(StringComparer.Ordinal);
    private readonly List<ArrayStored> _arrays = [];
    private readonly List<Warning> _warnings = [];
    private readonly List<DiagnosticSent> _diagnostics = [];
    private readonly List<FileKept> _files = [];
    private readonly RunVerdict _verdict = new();
    private readonly LeftInstruments _left = new();
    private readonly bool _isRunning = isRunning;

    public RunStarted? Started { get; private set; }

    public StationOpened? Station { get; private set; }

    /// <summary>The name of the station, also of one that could not be opened; null where none was asked for.</summary>
    public string? StationName => Station?.Name ?? Closed?.Station;

    public IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>();

    public StationClosed? Closed { get; private set; }

    public RunFinished? Finished { get; private set; }

    /// <summary>
    /// What was not made safe: what the closed station says; of a run whose process was gone before that, each instrument that is not known to be safe, with what was set last.
    /// </summary>
    public IReadOnlyList<string> NotMadeSafe => Closed is { } closed ? closed.Failures : Station is { } station && State != RunState.Running ? _left.Of(station) : [];

    /// <summary>What was measured outside of tests.</summary>
    public TestSummary Outside { get; } = new(started: null);

    public IReadOnlyCollection<TestSummary> Tests => _tests.Values;

    public IReadOnlyDictionary<string, TableSummary> Tables => _tables;

    public IReadOnlyList<ArrayStored> Arrays => _arrays;

    public IReadOnlyList<Warning> Warnings => _warnings;

    public IReadOnlyList<DiagnosticSent> Diagnostics => _diagnostics;

    /// <summary>Attachments of tests, and files that experiments wrote into the folder of the run.</summary>
    public IReadOnlyList<FileKept> Files => _files;

    /// <summary>How many measurements were recorded.</summary>
    public long Measurements { get; private set; }

    /// <summary>When the last event was, in nanoseconds.</summary>
    public long LastTime { get; private set; }

    /// <summary>How long it took up to its last event, in seconds of its clock.</summary>
    public double Seconds => Started is { } started ? Math.Max(0, (LastTime - started.Time) / 1e9) : 0;

    /// <summary>Whether its clock was virtual: waits ended at once, and its times and durations are those of the experiment.</summary>
    public bool IsVirtual => Station?.Clock == "virtual";

    /// <summary>Whether any instrument was simulated.</summary>
    public bool IsSimulated => Station?.Instruments.Any(i => i.IsSimulated) == true;

    /// <summary>Where the run stands.</summary>
    public RunState State => Finished is not null ? RunState.Finished : _isRunning ? RunState.Running : RunState.Killed;

    /// <summary>The test that is under way; null between tests and when the run is over.</summary>
    public TestSummary? UnderWay => State == RunState.Running ? _tests.Values.LastOrDefault(static t => t.Finished is null) : null;

    /// <summary>The measurement that was taken last.</summary>
    public MeasurementTaken? LastMeasurement { get; private set; }

    /// <summary>The verdict: so far, for a run that is under way; Aborted for one that was killed.</summary>
    public Verdict Verdict => (State switch
    {
        RunState.Finished => Finished!.Verdict,
        RunState.Running => _verdict.Worst,
        _ => _verdict.Worst.Worse(Verdict.Aborted),
    }).Worse(JournalProblems.Count > 0 ? Verdict.Error : Verdict.NotSet);

    /// <summary>What is wrong with the journal: damaged, missing, double or altered lines. Such a run is an Error, whatever its tests came to.</summary>
    public IReadOnlyList<string> JournalProblems { get; private set; } = [];

    /// <summary>Reads a run's journal.</summary>
    /// <exception cref="RecordingException">It cannot be read.</exception>
    public static RunSummary Read(RunFolder folder)
    {
        // Looked at before the journal is read: a run that ends meanwhile is then not taken for one that was killed.
        return Read(new JournalReader(folder.Journal), folder, RunLock.IsHeld(folder));
    }

    /// <summary>Reads a run's journal.</summary>
    /// <param name="journal">The journal; it can be replayed afterwards.</param>
    /// <param name="folder">The run.</param>
    /// <param name="isRunning">Whether it is being written.</param>
    /// <exception cref="RecordingException">It cannot be read.</exception>
    public static RunSummary Read(JournalReader journal, RunFolder folder, bool isRunning)
    {
        var summary = new RunSummary(isRunning);
        foreach (var what in journal.Events())
            summary.Take(what);
        IReadOnlyList<string> problems = isRunning || journal.TornEnd is not { } torn ? journal.Problems : [.. journal.Problems, torn];
        if (!journal.IsInOrder)
        {
            summary = new RunSummary(isRunning);
            foreach (var what in journal.Replay(RunsFolder.NameOf(folder.Path)))
                summary.Take(what);
        }

        summary.JournalProblems = problems;
        return summary;
    }

    /// <summary>The files of a test; those that belong to none for null.</summary>
    public IReadOnlyList<FileKept> FilesOf(long? test) => [.. _files.Where(f => f.Test == test)];

    public void Take(JournalEvent what)
    {
        _verdict.Take(what);
        _left.Take(what);
        LastTime = Math.Max(LastTime, what.Time);
        switch (what)
        {
            case RunStarted started:
                Started = started;
                break;
            case StationOpened station:
                Station = station;
                break;
            case SettingsRead settings:
                Settings = settings.Settings;
                break;
            case TestStarted test:
                _tests[test.Number] = new TestSummary(test) { IsRunning = _isRunning };
                break;
            case MeasurementTaken taken:
                Measurements++;
                LastMeasurement = taken;
                TestOf(taken.Test).Take(taken);
                break;
            case LimitJudged limit:
                TestOf(limit.Test).Take(limit);
                break;
            case TableStarted table:
                _tables[table.Table] = new TableSummary(table);
                break;
            case TableRowTaken row when _tables.TryGetValue(row.Table, out var table):
                table.Take(row);
                break;
            case TableFinished finished when _tables.TryGetValue(finished.Table, out var table):
                table.Finished = finished;
                break;
            case ArrayStored array:
                _arrays.Add(array);
                break;
            case Warning warning when _warnings.Count < MostWarnings:
                _warnings.Add(warning);
                break;
            case DiagnosticSent diagnostic when _diagnostics.Count < MostWarnings:
                _diagnostics.Add(diagnostic);
                break;
            case FileKept file:
                _files.Add(file);
                break;
            case OutputWritten output:
                TestOf(output.Test).Take(output);
                break;
            case TestFinished finished:
                TestOf(finished.Test).Take(finished);
                break;
            case StationClosed closed:
                Closed = closed;
                break;
            case RunFinished finished:
                Finished = finished;
                break;
        }
    }

    void IRunFollower.Follow(JournalEvent what, MeasuredValue? data) => Take(what);

    bool IRunFollower.Flush() => false;

    void IRunFollower.Finish()
    {
    }

    void IDisposable.Dispose()
    {
    }

    private TestSummary TestOf(long? number) => number is { } given && _tests.TryGetValue(given, out var test) ? test : Outside;
}
