namespace LabTest.Recording.Stopping;

/// <summary>
/// The end of the process under a run: <c>Environment.Exit</c>, a program that returns without closing its bench, an exception that nobody catches, and on Linux and
/// macOS also <c>exit</c> in native code. Code still runs then, so the station is made safe and the record ended as Aborted, and the process does not end with 0, whatever
/// others set. Where no code runs any more (<c>FailFast</c>, a stack overflow, SIGKILL, <c>_exit</c>), the exit code is that of whoever ended it, and the record has no end.
/// </summary>
internal sealed class ProcessEnd : IDisposable
{
    /// <summary>The exit code of a run that is not good.</summary>
    public const int Failed = 2;

    // Longer than any safe state is tried, so that what is stuck has had its time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly HashSet<ProcessEnd> Watching = [];
    private static volatile bool _isBad;
    private static volatile int _kept;

    private readonly IStoppable _run;
    private int _ended;

    /// <summary>Begins to watch.</summary>
    public ProcessEnd(IStoppable run)
    {
        _run = run;
        lock (Watching)
            Watching.Add(this);
        UnixExit.AtLast(Last);
        AppDomain.CurrentDomain.ProcessExit += Exiting;
        AppDomain.CurrentDomain.UnhandledException += Crashing;
    }

    /// <summary>The run is over: the process may end.</summary>
    public void Dispose()
    {
        lock (Watching)
            Watching.Remove(this);
        AppDomain.CurrentDomain.ProcessExit -= Exiting;
        AppDomain.CurrentDomain.UnhandledException -= Crashing;
    }

    /// <summary>Something failed after its run was over, and no record can say so: the process does not end with 0.</summary>
    public static void Spoil()
    {
        _isBad = true;
        if (Environment.ExitCode == 0)
            Environment.ExitCode = Failed;
    }

    /// <summary>Tests are over: where they were not good the process ends with their exit code, though a handler of <c>ProcessExit</c> sets it to 0.</summary>
    /// <param name="code">The exit code; 0 for any.</param>
    public static void Keep(int code)
    {
        _kept = code;

        // Again as the last: handlers that tests added come before it.
        AppDomain.CurrentDomain.ProcessExit -= Restore;
        AppDomain.CurrentDomain.ProcessExit += Restore;
    }

    private static void Restore(object? sender, EventArgs e)
    {
        if (_kept != 0 && Environment.ExitCode == 0)
            Environment.ExitCode = _kept;
    }

    private void Exiting(object? sender, EventArgs e)
    {
        if (End("the process ended before the run was over"))
            Spoil();
    }

    // Whoever is told of the end after this may set the exit code again; and of an exit in native code nobody is told.
    private static void Last()
    {
        ProcessEnd[] open;
        lock (Watching)
            open = [.. Watching];
        var isNative = false;
        foreach (var end in open)
            isNative |= end.End("native code ended the process before the run was over");
        if (isNative || ((_isBad || _kept != 0) && Environment.ExitCode == 0))
            UnixExit.End(_kept == 0 ? Failed : _kept);
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
