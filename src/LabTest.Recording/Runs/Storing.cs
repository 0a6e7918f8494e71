using System.Runtime.ExceptionServices;

namespace LabTest.Recording.Runs;

/// <summary>Numbers that are on their way to a file.</summary>
internal sealed class Storing : IDisposable
{
    private readonly ManualResetEventSlim _done = new();
    private Exception? _failure;

    /// <summary>They are in the file, or never will be.</summary>
    public void End(Exception? failure)
    {
        _failure = failure;
        _done.Set();
    }

    /// <summary>Returns when they are in the file.</summary>
    /// <exception cref="RecordingException">They cannot be written.</exception>
    public void Wait()
    {
        _done.Wait();
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }

    public void Dispose() => _done.Dispose();
}
