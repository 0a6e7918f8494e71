using LabTest.Recording.Files;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Recording.Journal;

/// <summary>A journal in a file.</summary>
internal sealed class JournalFile : IJournalStore
{
    private const int ReadAtOnce = 256 << 10;

    private readonly SafeFileHandle _handle;
    private readonly FilePlace _place;
    private long _length;

    /// <summary>Makes the file, or opens one that was closed.</summary>
    /// <exception cref="RecordingException">It cannot be made.</exception>
    public JournalFile(string file, bool isNew = true)
    {
        try
        {
            // Delete: nobody who cleans up is kept from it, and it is noticed.
            _handle = File.OpenHandle(file, isNew ? FileMode.CreateNew : FileMode.Open, FileAccess.Write, FileShare.Read | FileShare.Delete);
            _place = new FilePlace(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"The journal '{file}' cannot be made: {e.Message}. Choose another folder with --lab-runs or LABTEST_RUNS.", e);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes, long at)
    {
        RandomAccess.Write(_handle, bytes, at);
        _length = at + bytes.Length;
    }

    public void Cut(long length)
    {
        // First: a sync meanwhile must not miss what is being cut off.
        _length = length;
        RandomAccess.SetLength(_handle, length);
    }

    public void Sync()
    {
        DiskSync.Wait(_handle);
        _place.Check(Volatile.Read(ref _length));
    }

    public void Check(long length, uint sum)
    {
        _place.Check(length);
        using var file = new FileStream(_place.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var buffer = new byte[ReadAtOnce];
        var (read, found) = (0L, 0u);
        while (read <= length && file.Read(buffer) is > 0 and var count)
        {
            found = Crc32C.Append(found, buffer.AsSpan(0, count));
            read += count;
        }

        if (read != length || found != sum)
            throw new AlteredFileException(_place.File, read == length ? "altered" : $"altered: it has {(read > length ? "more" : "fewer")} bytes than were written");
    }

    public void Dispose() => _handle.Dispose();
}
