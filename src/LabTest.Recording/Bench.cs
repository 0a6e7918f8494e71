using LabTest.Instruments;
using LabTest.Instruments.Stations;
using LabTest.Recording.Runs;
using LabTest.Recording.Stopping;

namespace LabTest.Recording;

/// <summary>
/// The opened instruments of a station and the record of what is done with them: set, read, measure, record, capture, scan. It serves scripts
/// (<c>await using var bench = await Bench.Open("bench.yaml")</c>); in experiments the fixture <c>Station</c> is one.
/// </summary>
public partial class Bench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Task<IReadOnlyList<Exception>>? _closing;
    private BenchCore? _core;
    private ScriptStop? _script;
    private CurrentScope.Opened? _opened;
    private bool _ownsRun;

    private protected Bench()
    {
    }

    /// <summary>The instruments, by the names the station gives them.</summary>
    public IReadOnlyDictionary<string, Instrument> Instruments => Core.Station.Instruments;

    /// <summary>The name of the station.</summary>
    public string Name => Core.Station.Model.Name;

    /// <summary>Whether any instrument is simulated.</summary>
    public bool IsSimulated => Core.Station.IsSimulated;

    /// <summary>The time of the run: real, or virtual where all instruments are simulated in-process.</summary>
    public Instant Now => Core.Station.Clock.Now;

    /// <summary>The folder of this run.</summary>
    public string RunFolder => Core.Run.Folder.Path;

    /// <summary>Whether the station is open.</summary>
    internal bool IsOpen => _core is not null;

    /// <summary>Whether it is being closed by whoever opened it.</summary>
    internal bool IsClosing { get; private set; }

    /// <summary>What is wrong with values that were given for this run and that nothing asked for.</summary>
    private protected IReadOnlyList<string> UnaskedArguments =>
    [
        .. Core.Arguments.Keys.Where(n => !Core.Asked.Contains(n)).Select(n =>
            $"'{n}' was set for this run, but nothing asked for it."),
    ];

    internal BenchCore Core
    {
        get
        {
            if (_opened is { } opened)
                CurrentScope.Use(opened);
            if (_core is { } core)
                return core;
            if (!IsClosing)
                throw new InvalidOperationException("The bench is not open; experiments get an open one in their constructor.");

            // What was to be recorded or asserted is lost, and whoever swallows this exception would end with 0.
            ProcessEnd.Spoil();
            throw new InvalidOperationException("The bench is closed, and its run over: nothing more is set, measured or recorded. Await what needs it before the test or the script ends.");
        }
    }

    /// <summary>Opens a bench and begins a run.</summary>
    /// <param name="station">The station file.</param>
    /// <param name="options">How it is opened.</param>
    /// <param name="cancellationToken">Stops the opening; what was opened is made safe and closed again.</param>
    /// <exception cref="ProfileException">The station file or a profile has problems.</exception>
    /// <exception cref="LabTestException">An instrument could not be opened, or the run's folder not be made.</exception>
    public static ValueTask<Bench> Open(string station, BenchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(station);
        return OpenCore(station, options ?? new BenchOptions(), CurrentScope.Open(), cancellationToken);
    }

    private static async ValueTask<Bench> OpenCore(string station, BenchOptions options, CurrentScope.Opened opened, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenRun(station, options, opened, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            opened.End();
            throw;
        }
    }

    private static async ValueTask<Bench> OpenRun(string station, BenchOptions options, CurrentScope.Opened opened, CancellationToken cancellationToken)
    {
        var settings = LabSettings.FromEnvironment();
        settings = settings with
        {
            Runs = options.Runs ?? settings.Runs,
            Dut = options.Dut ?? settings.Dut,
            Operator = options.Operator ?? settings.Operator,
            RealTime = options.RealTime || settings.RealTime,
        };
        var model = StationLoader.Load(settings.FullPath(station), new StationLoadOptions
        {
            ProfileFolders = options.ProfileFolders,
            ProjectFolder = settings.CallerFolder,
            ForceSimulation = settings.Simulate,
        });
        var run = RunRecorder.Start(new RunOptions
        {
            Runs = RunsFolder.Find(settings, settings.CallerFolder),
            Name = model.Name,
            Project = options.Project ?? AppDomain.CurrentDomain.FriendlyName,
            Settings = settings,
            Time = options.Time,
            ProjectFolder = settings.CallerFolder,
        });
        var bench = new Bench();
        var script = new ScriptStop(bench, run, options.Time, options.HandlesSignals);
        var signalled = script.Token;
        using var opening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, signalled);
        try
        {
            await bench.OpenOn(run, model, settings, () => signalled, opening.Token).ConfigureAwait(false);
            bench._ownsRun = true;
            bench._script = script;
            bench._opened = opened;
            opened.Begin(run);
            return bench;
        }
        catch (Exception e)
        {
            run.Finish(script.Cause ?? e.Message, e is OperationCanceledException ? Verdict.Aborted : Verdict.Error);
            run.Dispose();
            script.Dispose();
            throw;
        }
    }

    /// <summary>Makes the station safe, closes it and ends the run.</summary>
    /// <exception cref="AggregateException">Something could not be made safe, or not be recorded, or a step was not awaited.</exception>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_core is null)
            return;
        IsClosing = true;
        _opened?.End();
        List<Exception> failures = [.. await CloseStation().ConfigureAwait(false)];

        // Asked once the station is closed: nothing may keep it from being made safe.
        var left = _core.Run.Root.Calls.Left(Patience);
        if (left is not null)
            failures.Add(new InvalidOperationException(left));
        if (_ownsRun)
        {
            foreach (var unasked in UnaskedArguments)
                _core.Run.Warn(scope: null, "LABTEST_SET", unasked);
            failures.AddRange(FinishRun(left));
            _core.Run.Dispose();
            _script?.Dispose();
        }

        _core = null;
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    /// <summary>Opens the station of a run that has begun.</summary>
    private protected async ValueTask OpenOn(RunRecorder run, StationModel model, LabSettings settings, Func<CancellationToken> token, CancellationToken cancellationToken)
    {
        var station = await OpenedStation.Open(model, new OpenOptions { RealTime = settings.RealTime, Observer = run }, cancellationToken).ConfigureAwait(false);
        _core = new BenchCore(station, run) { Arguments = settings.Arguments, Token = token };
        try
        {
            await run.StationOpened(station, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await CloseStation().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends the run of a script.</summary>
    /// <param name="problem">What makes it an Error; null where nothing does.</param>
    internal IReadOnlyList<Exception> FinishRun(string? problem = null) =>
        Core.Run.Finish(_script?.Cause ?? problem, _script?.Cause is not null ? Verdict.Aborted : problem is not null ? Verdict.Error : Verdict.NotSet);


    /// <summary>Makes the station safe and closes it; what fails is recorded and given back.</summary>
    internal Task<IReadOnlyList<Exception>> CloseStation()
    {
        // Once, whoever asks for it first: the end of the run, or the signal that stops it.
        lock (_lock)
            return _closing ??= CloseCore();
    }

    private async Task<IReadOnlyList<Exception>> CloseCore()
    {
        Core.Run.FreeHandles();
        var closing = await Core.Station.Close().ConfigureAwait(false);
        Core.Run.StationClosed(closing.Failures, [.. closing.SafeStates.Select(Records.Of)]);
        return closing.Failures;
    }
}
