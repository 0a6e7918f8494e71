using System.Buffers;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Recording.Journal;

/// <summary>
/// Writes the journal: a line an event, given to the operating system by one write before the call returns, so that it survives the death of the
/// process. What is on the disk is at most a second behind, and nothing behind where <see cref="Sync"/> has returned.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    private static readonly TimeSpan SyncEvery = TimeSpan.FromSeconds(1);

    private readonly string _file;
    private readonly SafeFileHandle _handle;
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly Utf8JsonWriter _json;
    private readonly ITimer _timer;
    private long _length;
    private long _number;
    private volatile bool _isDirty;

    /// <summary>Makes the file.</summary>
    /// <exception cref="RecordingException">It cannot be made.</exception>
    public JournalWriter(string file, TimeProvider time)
    {
        _file = file;
        try
        {
            _handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"The journal '{file}' cannot be made: {e.Message}. Choose another folder with --lab-runs or LABTEST_RUNS.", e);
        }

        _json = new Utf8JsonWriter(_line, new JsonWriterOptions { SkipValidation = true });
        _timer = time.CreateTimer(static writer => ((JournalWriter)writer!).SyncIfDirty(), this, SyncEvery, SyncEvery);
    }

    /// <summary>Writes an event that happened at a time.</summary>
    /// <returns>The event with its number.</returns>
    /// <exception cref="RecordingException">The disk is full or gone; what was written before is kept.</exception>
    public T Write<T>(T what, Instant time)
        where T : JournalEvent
    {
        lock (_lock)
        {
            var numbered = what with { Number = ++_number, Time = time.UnixNanoseconds };
            _line.ResetWrittenCount();
            _json.Reset();
            JsonSerializer.Serialize(_json, numbered, JournalJson.Default.JournalEvent);
            _line.Write("\n"u8);
            try
            {
                RandomAccess.Write(_handle, _line.WrittenSpan, _length);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
            {
                // Out of range: the file would be larger than files may be.
                throw Failed(e);
            }

            _length += _line.WrittenCount;
            _isDirty = true;
            return (T)numbered;
        }
    }

    /// <summary>Returns when everything that was written is on the disk.</summary>
    /// <exception cref="RecordingException">The disk refuses.</exception>
    public void Sync()
    {
        _isDirty = false;
        try
        {
            RandomAccess.FlushToDisk(_handle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _json.Dispose();
            _handle.Dispose();
        }
    }

    private void SyncIfDirty()
    {
        lock (_lock)
        {
            if (!_isDirty || _handle.IsClosed)
                return;
        }

        try
        {
            Sync();
        }
        catch (Exception e) when (e is RecordingException or ObjectDisposedException)
        {
            _isDirty = true;        // the next write or the end of the run says so
        }
    }

    private RecordingException Failed(Exception cause) => new(
        $"The journal '{_file}' cannot be written: {cause.Message}. What was recorded before is kept; make room on the disk, or choose another folder with --lab-runs or LABTEST_RUNS.", cause);
}
