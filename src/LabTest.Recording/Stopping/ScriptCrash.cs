using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;

namespace LabTest.Recording.Stopping;

/// <summary>
/// An exception that ends a script closes its bench on the way out (<c>await using</c>), and only then is it known that nobody catches it. Where it is one that
/// was thrown while the bench was open, the run that was closed is ended again, as Aborted.
/// </summary>
internal sealed class ScriptCrash : IDisposable
{
    private static readonly Lock Keeping = new();
    private static readonly List<ScriptCrash> Closed = [];
    private static bool _isWatching;

    private readonly ConditionalWeakTable<Exception, RunRecorder> _thrown = [];
    private readonly RunRecorder _run;

    /// <summary>Begins to note what is thrown.</summary>
    public ScriptCrash(RunRecorder run)
    {
        _run = run;
        AppDomain.CurrentDomain.FirstChanceException += Thrown;
    }

    /// <summary>The bench is closed. Where what was thrown is still known to somebody, the end of the process is waited for.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Thrown;
        lock (Keeping)
        {
            Closed.RemoveAll(static c => !c._thrown.Any());
            if (!_thrown.Any())
                return;
            Closed.Add(this);
            if (_isWatching)
                return;
            _isWatching = true;
            AppDomain.CurrentDomain.UnhandledException += Crashing;
        }
    }

    private void Thrown(object? sender, FirstChanceExceptionEventArgs e) => _thrown.TryAdd(e.Exception, _run);

    private static void Crashing(object sender, UnhandledExceptionEventArgs e)
    {
        if (e.ExceptionObject is not Exception unhandled)
            return;
        ScriptCrash[] closed;
        lock (Keeping)
            closed = [.. Closed];
        foreach (var script in closed.Where(c => Within(unhandled).Any(x => c._thrown.TryGetValue(x, out _))))
            script.End($"an exception that nobody caught: {unhandled.Message}");
    }

    private void End(string cause)
    {
        // A signal that cancelled the script has said why already.
        if (_run.Verdict == Verdict.Aborted)
            return;
        try
        {
            _run.EndAgain(cause);
            Screen.StandardError().Message($"LabTest: {cause}; the run is Aborted. Run: {_run.Folder.Path}");
        }
        catch (RecordingException e)
        {
            Screen.StandardError().Message($"LabTest: {cause}; the record of the run does not say so: {e.Message}");
        }
    }

    private static IEnumerable<Exception> Within(Exception exception)
    {
        IReadOnlyList<Exception> causes = exception is AggregateException several ? several.InnerExceptions : exception.InnerException is { } inner ? [inner] : [];
        return causes.SelectMany(Within).Prepend(exception);
    }
}
