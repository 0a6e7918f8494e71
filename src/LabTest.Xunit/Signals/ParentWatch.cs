namespace LabTest.Xunit.Signals;

/// <summary>
/// Notices that the process that started this one has died: a run whose <c>dotnet test</c> was killed must not go on unattended. Set
/// LABTEST_ORPHAN=continue for a run that is meant to outlive who started it.
/// </summary>
internal sealed class ParentWatch : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    private readonly ITimer? _timer;

    public ParentWatch(TimeProvider time, Action died)
    {
        if (Environment.GetEnvironmentVariable("LABTEST_ORPHAN") == "continue" || ParentProcess.Find() is not { } parent)
            return;
        _timer = time.CreateTimer(_ =>
        {
            if (!parent.IsAlive())
                died();
        }, state: null, Every, Every);
    }

    public void Dispose() => _timer?.Dispose();
}
