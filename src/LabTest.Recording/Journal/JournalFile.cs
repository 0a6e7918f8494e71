using LabTest.Recording.Files;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Recording.Journal;

/// <summary>A journal in a new file.</summary>
internal sealed class JournalFile : IJournalStore
{
    private readonly string _file;
    private readonly SafeFileHandle _handle;

    /// <summary>Makes the file.</summary>
    /// <exception cref="RecordingException">It cannot be made.</exception>
    public JournalFile(string file)
    {
        _file = file;
        try
        {
            // Delete: nobody who cleans up is kept from it, and it is noticed.
            _handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"The journal '{file}' cannot be made: {e.Message}. Choose another folder with --lab-runs or LABTEST_RUNS.", e);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes, long at) => RandomAccess.Write(_handle, bytes, at);

    public void Cut(long length) => RandomAccess.SetLength(_handle, length);

    public void Sync()
    {
        DiskSync.Wait(_handle);

        // A file that was deleted takes bytes without an error as long as it is open, and they are lost when it is closed.
        if (!File.Exists(_file))
            throw new FileNotFoundException("It was deleted or moved while the run went on", _file);
    }

    public void Dispose() => _handle.Dispose();
}
