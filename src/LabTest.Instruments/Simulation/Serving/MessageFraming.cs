using System.Text;

namespace LabTest.Instruments.Simulation.Serving;

/// <summary>Cuts received bytes into messages at their terminator. What never ends is dropped, so that a client cannot fill the memory.</summary>
/// <param name="terminator">What ends a message; before a line feed a carriage return may stand.</param>
internal sealed class MessageFraming(string terminator)
{
    /// <summary>The longest message that is taken.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>How many bytes without an end have been dropped since the last message.</summary>
    public long Dropped { get; private set; }

    private readonly byte[] _end = Encoding.Latin1.GetBytes(terminator);
    private byte[] _buffer = new byte[1024];
    private int _start;
    private int _filled;
    private int _searched;
    private bool _isOverrun;

    /// <summary>Where the next bytes go; never empty.</summary>
    public Memory<byte> Space()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _filled - _start);
            (_searched, _filled, _start) = (_searched - _start, _filled - _start, 0);
        }

        if (_filled == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        return _buffer.AsMemory(_filled);
    }

    /// <summary>Bytes were put where <see cref="Space"/> said.</summary>
    public void Received(int count) => _filled += count;

    /// <summary>The next message; null where none is whole yet.</summary>
    public ArrivedMessage? Next()
    {
        var found = _buffer.AsSpan(_searched, _filled - _searched).IndexOf(_end);
        if (found < 0)
        {
            // The terminator itself may have come in part.
            _searched = Math.Max(_start, _filled - _end.Length + 1);
            if (_filled - _start > MostBytes)
            {
                _isOverrun = true;
                Dropped += _searched - _start;
                _start = _searched;
            }

            return null;
        }

        var message = _buffer.AsSpan(_start, _searched + found - _start);
        _start = _searched = _searched + found + _end.Length;
        var isOverrun = _isOverrun || message.Length > MostBytes;
        _isOverrun = false;
        Dropped = 0;
        return isOverrun ? new ArrivedMessage("", IsOverrun: true) : new ArrivedMessage(Encoding.Latin1.GetString(message).TrimEnd('\r'), IsOverrun: false);
    }
}
