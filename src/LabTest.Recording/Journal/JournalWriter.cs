using System.Buffers;
using System.Text.Json;
using LabTest.Recording.Files;

namespace LabTest.Recording.Journal;

/// <summary>
/// Writes the journal: a sealed line an event, given to the operating system by one write before the call returns, so that it survives the death of the
/// process. What is on the disk is at most a second behind, and nothing behind where <see cref="Sync"/> has returned.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    /// <summary>The format that is written: 2 has a checksum in each line. The first format had no number.</summary>
    public const int Format = 2;

    private static readonly TimeSpan SyncEvery = TimeSpan.FromSeconds(1);

    private readonly string _file;
    private readonly IJournalStore _store;
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly Utf8JsonWriter _json;
    private readonly ITimer _timer;
    private long _length;
    private uint _sum;
    private volatile bool _isDirty;
    private bool _isDisposed;

    /// <summary>Makes the file.</summary>
    /// <exception cref="RecordingException">It cannot be made.</exception>
    public JournalWriter(string file, TimeProvider time)
        : this(file, new JournalFile(file), time)
    {
    }

    internal JournalWriter(string file, IJournalStore store, TimeProvider time)
    {
        _file = file;
        _store = store;
        _json = new Utf8JsonWriter(_line, new JsonWriterOptions { SkipValidation = true });
        _timer = time.CreateTimer(static writer => ((JournalWriter)writer!).SyncIfDirty(), this, SyncEvery, SyncEvery);
    }

    /// <summary>Goes on with the journal after it was closed.</summary>
    /// <exception cref="RecordingException">It cannot be opened, or another program has changed it.</exception>
    public JournalWriter Continue(TimeProvider time)
    {
        var next = new JournalWriter(_file, new JournalFile(_file, isNew: false), time) { Lines = Lines, _length = _length, _sum = _sum };
        next.Check();
        return next;
    }

    /// <summary>How many lines were written.</summary>
    public long Lines { get; private set; }

    /// <summary>
    /// The first write or sync that failed. A sync that succeeds after one that failed proves nothing: the operating system has dropped what it could not
    /// write (as Linux does), so the journal stays broken.
    /// </summary>
    public RecordingException? Failure { get; private set; }

    /// <summary>Writes an event that happened at a time.</summary>
    /// <returns>The event with its number.</returns>
    /// <exception cref="RecordingException">The disk is full or gone; what was written before is kept.</exception>
    public T Write<T>(T what, Instant time)
        where T : JournalEvent
    {
        lock (_lock)
        {
            var numbered = what with { Number = Lines + 1, Time = time.UnixNanoseconds };
            _line.ResetWrittenCount();
            _json.Reset();
            JsonSerializer.Serialize(_json, numbered, JournalJson.Default.JournalEvent);
            JournalSeal.Close(_line);
            try
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                _store.Write(_line.WrittenSpan, _length);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException or ObjectDisposedException)
            {
                // Out of range: the file would be larger than files may be.
                Cut();
                throw Failed(e);
            }

            _length += _line.WrittenCount;
            _sum = Crc32C.Append(_sum, _line.WrittenSpan);
            Lines++;
            _isDirty = true;
            return (T)numbered;
        }
    }

    /// <summary>Returns when everything that was written is on the disk.</summary>
    /// <exception cref="RecordingException">The disk refuses, or did so before.</exception>
    public void Sync()
    {
        _isDirty = false;
        try
        {
            _store.Sync();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }

        if (Failure is { } before)
            throw before;
    }

    /// <summary>Returns when the file, read once more, holds what was written and nothing else.</summary>
    /// <exception cref="RecordingException">It does not: another program has changed it.</exception>
    public void Check()
    {
        lock (_lock)
        {
            try
            {
                _store.Check(_length, _sum);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Failed(e);
            }
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _isDisposed = true;
            _json.Dispose();
            _store.Dispose();
        }
    }

    private void SyncIfDirty()
    {
        lock (_lock)
        {
            if (!_isDirty || _isDisposed)
                return;
        }

        try
        {
            Sync();
        }
        catch (Exception e) when (e is RecordingException or ObjectDisposedException)
        {
            // Kept as the failure: the next measurement says so, and the end of the run.
        }
    }

    // Half of a line at the end would be taken for one that was torn by a crash.
    private void Cut()
    {
        try
        {
            _store.Cut(_length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The next line is written over it.
        }
    }

    private RecordingException Failed(Exception cause)
    {
        var failure = new RecordingException(
            cause is AlteredFileException
                ? $"The journal {cause.Message}, and what was recorded may be lost with it: 'labtest recover' says what is left. Find what changes the folder of a run before it has ended, and run again."
                : $"The journal '{_file}' cannot be written: {cause.Message.TrimEnd('.')}. What was recorded before is kept; make room on the disk, or choose another folder with --lab-runs or LABTEST_RUNS.",
            cause);
        Failure ??= failure;
        return failure;
    }
}
