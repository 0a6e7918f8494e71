namespace LabTest.Recording.Journal;

/// <summary>The lines of a journal as bytes, whatever they are.</summary>
internal sealed class JournalLines : IDisposable
{
    /// <summary>A longer line is none that a run has written.</summary>
    public const int Longest = 256 << 20;

    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private readonly FileStream _file;
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private bool _isFirst = true;

    /// <summary>Opens a journal, also one that is still growing.</summary>
    /// <exception cref="RecordingException">It cannot be read.</exception>
    public JournalLines(string file)
    {
        try
        {
            _file = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"The journal '{file}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whether the line that was read last ends with a line feed.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether the line that was read last was too long, and its middle left out.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether a line ended with CR LF, or the first began with a byte order mark: another program has written the file anew.</summary>
    public bool HasChangedEnds { get; private set; }

    /// <summary>Reads the next line, without its line end; it stays valid until the next call.</summary>
    /// <exception cref="RecordingException">The disk cannot be read.</exception>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        if (!Raw(out line))
            return false;
        if (_isFirst && line.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
            HasChangedEnds = true;
        }

        _isFirst = false;
        if (line.Length > 0 && line[^1] == CarriageReturn)
        {
            line = line[..^1];
            HasChangedEnds = true;
        }

        return true;
    }

    public void Dispose() => _file.Dispose();

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private bool Raw(out ReadOnlySpan<byte> line)
    {
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf(LineFeed);
            if (at >= 0)
            {
                line = _buffer.AsSpan(_start, searched + at);
                _start += searched + at + 1;
                IsWhole = true;
                return true;
            }

            searched = _end - _start;
            if (searched >= Longest)
            {
                IsTooLong = true;
                _end = _start;
                searched = 0;
            }

            if (Fill())
                continue;
            line = _buffer.AsSpan(_start, _end - _start);
            _start = _end;
            IsWhole = false;
            return line.Length > 0 || IsTooLong;
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        try
        {
            var read = _file.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            return read > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"The journal '{_file.Name}' cannot be read any further: {e.Message}", e);
        }
    }
}
