using Microsoft.Win32.SafeHandles;

namespace LabTest.Recording.Runs;

/// <summary>
/// Some file handles that are held from the start of a run and let go at its end: where an experiment has used up all that its process may have, the station
/// is still made safe, and the record ended and shown.
/// </summary>
internal sealed class HandleReserve : IDisposable
{
    private const int Count = 48;

    private readonly List<SafeFileHandle> _handles = new(Count);

    /// <summary>Takes them.</summary>
    /// <param name="file">A file that can be opened for reading any number of times.</param>
    /// <exception cref="RecordingException">There are not enough for a run.</exception>
    public HandleReserve(string file)
    {
        try
        {
            for (var i = 0; i < Count; i++)
                _handles.Add(File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new RecordingException($"There are not enough file handles for a run: {e.Message.TrimEnd('.')}. Let this process have more (ulimit -n).", e);
        }
    }

    public void Dispose()
    {
        lock (_handles)
        {
            foreach (var handle in _handles)
                handle.Dispose();
            _handles.Clear();
        }
    }
}
