namespace LabTest.Recording.Stopping;

/// <summary>Stops a script that opened a bench when a signal comes.</summary>
internal sealed class ScriptStop : IStoppable, IDisposable
{
    // What a shell gives for a program that SIGINT ended (128 and the number of the signal).
    private const int Interrupted = 130;

    private readonly CancellationTokenSource _cancellation = new();
    private readonly OrderlyStop _orderly;
    private readonly StopSignals _signals;
    private readonly Bench _bench;

    /// <summary>Begins to listen.</summary>
    public ScriptStop(Bench bench, TimeProvider time)
    {
        _bench = bench;
        _orderly = new OrderlyStop(this, time);
        _signals = new StopSignals(_orderly);
    }

    /// <summary>Why the script was stopped; none while nothing stopped it.</summary>
    public string? Cause { get; private set; }

    /// <summary>Cancelled when a signal comes.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <inheritdoc/>
    public bool IsUnderWay => !_bench.IsClosing;

    /// <inheritdoc/>
    public void Stop(string cause)
    {
        Cause = cause;
        _cancellation.Cancel();
    }

    /// <inheritdoc/>
    public Task MakeSafe() => _bench.IsOpen ? _bench.CloseStation() : Task.CompletedTask;

    /// <inheritdoc/>
    public void GiveUp()
    {
        _bench.FinishRun();
        Environment.Exit(Interrupted);
    }

    public void Dispose()
    {
        _signals.Dispose();
        _orderly.Dispose();
    }
}
