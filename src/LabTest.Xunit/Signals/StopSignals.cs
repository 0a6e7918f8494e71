using System.Runtime.InteropServices;

namespace LabTest.Xunit.Signals;

/// <summary>
/// Turns what ends a process into an orderly stop: SIGTERM, SIGHUP and SIGQUIT, which xUnit and <c>dotnet test</c> let kill a run without any
/// teardown, Ctrl+C, and the death of the process that started the run.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly List<IDisposable> _registrations = [];
    private int _stopped;

    /// <summary>Begins to listen.</summary>
    /// <param name="stop">Is called once, with the name of what came first.</param>
    public StopSignals(Action<string> stop)
    {
        void Once(string cause)
        {
            if (Interlocked.Exchange(ref _stopped, 1) == 0)
                stop(cause);
        }

        foreach (var signal in (PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT, PosixSignal.SIGINT])
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                // A second one is not held back: it ends the process.
                context.Cancel = Volatile.Read(ref _stopped) == 0;
                Once(signal.ToString());
            }));
        }

        _registrations.Add(new ParentWatch(TimeProvider.System, () => Once("parent process died")));
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }
}
