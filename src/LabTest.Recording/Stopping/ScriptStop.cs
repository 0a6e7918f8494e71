using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;

namespace LabTest.Recording.Stopping;

/// <summary>Stops a script that opened a bench when a signal comes.</summary>
internal sealed class ScriptStop : IStoppable, IDisposable
{
    // What a shell gives for a program that SIGINT ended (128 and the number of the signal).
    private const int Interrupted = 130;

    private readonly CancellationTokenSource _cancellation = new();
    private readonly OrderlyStop _orderly;
    private readonly StopSignals? _signals;
    private readonly ProcessEnd _end;
    private readonly ScriptCrash _crash;
    private readonly Bench _bench;
    private readonly RunRecorder _run;

    /// <summary>Begins to listen.</summary>
    /// <param name="bench">The bench.</param>
    /// <param name="run">Its run.</param>
    /// <param name="time">What the waits of an orderly stop go by.</param>
    /// <param name="handlesSignals">Whether signals stop it; the end of the process always does.</param>
    public ScriptStop(Bench bench, RunRecorder run, TimeProvider time, bool handlesSignals)
    {
        _bench = bench;
        _run = run;
        _orderly = new OrderlyStop(this, time);
        _signals = handlesSignals ? new StopSignals(_orderly) : null;
        _end = new ProcessEnd(this);
        _crash = new ScriptCrash(run);
    }

    /// <summary>Why the script was stopped; none while nothing stopped it.</summary>
    public string? Cause { get; private set; }

    /// <summary>Cancelled when a signal comes.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <inheritdoc/>
    public bool IsUnderWay => !_bench.IsClosing;

    /// <inheritdoc/>
    public bool IsOver => _run.IsFinished;

    /// <inheritdoc/>
    public void Stop(string cause)
    {
        Cause ??= cause;
        _cancellation.Cancel();
    }

    /// <inheritdoc/>
    public Task MakeSafe() => _bench.IsOpen ? _bench.CloseStation() : Task.CompletedTask;

    /// <inheritdoc/>
    public void End(string cause)
    {
        Screen.StandardError().Message($"LabTest: {cause}; the run is Aborted. Close the bench before the program ends, as 'await using' does. Run: {_run.Folder.Path}");
        _run.Finish(cause, Verdict.Aborted);
    }

    /// <inheritdoc/>
    public void GiveUp()
    {
        _bench.FinishRun();
        Environment.Exit(Interrupted);
    }

    public void Dispose()
    {
        _crash.Dispose();
        _end.Dispose();
        _signals?.Dispose();
        _orderly.Dispose();
    }
}
