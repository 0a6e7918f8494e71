namespace LabTest.Instruments.Simulation.Serving;

/// <summary>What the connections of one server share. They take turns: one that computes much does not keep the others waiting for more than its turn.</summary>
internal sealed class SimulatorHost(LabClock clock, SimulatorServerOptions options) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(1);
    private long _heard;

    public LabClock Clock { get; } = clock;

    public SimulatorServerOptions Options { get; } = options;

    /// <summary>Waits for a turn; turns come in the order in which they were asked for.</summary>
    public Task Turn(CancellationToken cancellationToken) => _turns.WaitAsync(cancellationToken);

    /// <summary>Ends a turn.</summary>
    public void EndTurn() => _turns.Release();

    /// <summary>A number that is higher each time a client is heard.</summary>
    public long Heard() => Interlocked.Increment(ref _heard);

    public void Dispose() => _turns.Dispose();
}
