namespace LabTest.Recording.Stopping;

/// <summary>
/// The end of the process under a run: <c>Environment.Exit</c>, a program that returns without closing its bench, an exception that nobody catches. Code still
/// runs then, so the station is made safe and the record ended as Aborted, and the process does not end with 0. Where no code runs any more
/// (<c>FailFast</c>, a stack overflow, SIGKILL), the runtime's own exit code tells, and the record has no end.
/// </summary>
internal sealed class ProcessEnd : IDisposable
{
    /// <summary>The exit code of a run that is Aborted.</summary>
    private const int Failed = 2;

    // Longer than any safe state is tried, so that what is stuck has had its time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IStoppable _run;
    private int _ended;

    /// <summary>Begins to watch.</summary>
    public ProcessEnd(IStoppable run)
    {
        _run = run;
        AppDomain.CurrentDomain.ProcessExit += Exiting;
        AppDomain.CurrentDomain.UnhandledException += Crashing;
    }

    /// <summary>The run is over: the process may end.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Exiting;
        AppDomain.CurrentDomain.UnhandledException -= Crashing;
    }

    private void Exiting(object? sender, EventArgs e)
    {
        if (End("the process ended before the run was over") && Environment.ExitCode == 0)
            Environment.ExitCode = Failed;
    }

    private void Crashing(object sender, UnhandledExceptionEventArgs e)
    {
        if (e.IsTerminating)
            End($"an exception that nobody caught: {(e.ExceptionObject as Exception)?.Message}");
    }

    private bool End(string cause)
    {
        if (_run.IsOver || Interlocked.Exchange(ref _ended, 1) == 1)
            return false;
        _run.Stop(cause);

        // On other threads: this one may hold what they wait for.
        Await(Task.Run(_run.MakeSafe));
        Await(Task.Run(() => _run.End(cause)));
        return true;
    }

    // Without throwing what fails: the process ends with what made it end.
    private static void Await(Task task) => ((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience);
}
