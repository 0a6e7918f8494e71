using System.Runtime.InteropServices;

namespace LabTest.Recording.Stopping;

/// <summary>
/// Turns what ends a process into an orderly stop: Ctrl+C, and SIGTERM, SIGHUP and SIGQUIT, which xUnit and <c>dotnet test</c> let kill a run
/// without any teardown.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly List<IDisposable> _registrations = [];

    /// <summary>Begins to listen.</summary>
    /// <param name="stop">Is told what came.</param>
    public StopSignals(OrderlyStop stop)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT, PosixSignal.SIGINT])
            _registrations.Add(PosixSignalRegistration.Create(signal, context => context.Cancel = stop.Signal(signal.ToString())));
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }
}
