namespace LabTest.Recording.Stopping;

/// <summary>
/// Stops a run step by step: what is under way is cancelled; a station that it does not let go of within a while is made safe under it; and what
/// goes on even then is given up, with the process. A second signal cuts the while short. No signal ends the process before the station is safe.
/// </summary>
internal sealed class OrderlyStop(IStoppable run, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _lock = new();
    private ITimer? _grace;
    private bool _begun;
    private Task? _safe;

    /// <summary>Begins to stop; the first cause counts.</summary>
    public void Begin(string cause)
    {
        lock (_lock)
        {
            if (_begun)
                return;
            _begun = true;
            _grace = time.CreateTimer(_ => MakeSafe(), state: null, Grace, Timeout.InfiniteTimeSpan);
        }

        run.Stop(cause);
    }

    /// <summary>A signal has come.</summary>
    /// <returns>Whether it is held back; else it ends the process.</returns>
    public bool Signal(string cause)
    {
        lock (_lock)
        {
            if (_safe is { IsCompleted: true })
                return false;
            if (_begun)
            {
                MakeSafe();
                return true;
            }
        }

        Begin(cause);
        return true;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _grace?.Dispose();
            _ended.Cancel();
        }
    }

    private void MakeSafe()
    {
        lock (_lock)
        {
            if (_safe is not null || _ended.IsCancellationRequested)
                return;
            _safe = Task.Run(run.MakeSafe);
            _ = _safe.ContinueWith(_ => GiveUp(), _ended.Token, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task GiveUp()
    {
        await Task.Delay(Patience, time, _ended.Token).ConfigureAwait(false);
        if (run.IsUnderWay)
            run.GiveUp();
    }
}
