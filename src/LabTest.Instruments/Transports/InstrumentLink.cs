using System.Text;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Transports;

/// <summary>
/// Messages over a transport: terminators, blocks of IEEE 488.2 (section 8.7.9), the gap between commands, repeated queries, and the return to
/// step after an answer did not come.
/// </summary>
internal sealed class InstrumentLink(IInstrumentTransport transport, LinkModel link, LabClock clock) : IAsyncDisposable
{
    private const int MostAnswer = 1 << 30;
    private const int MostText = 16 << 20;

    private readonly byte[] _writeEnd = Encoding.Latin1.GetBytes(link.WriteTerminator);
    private readonly byte[] _readEnd = Encoding.Latin1.GetBytes(link.ReadTerminator);
    private byte[] _buffer = new byte[4096];
    private int _filled;
    private bool _outOfStep;
    private Instant _lastCommand;

    public string Address => transport.Address;

    public ValueTask Open(CancellationToken cancellationToken) => transport.Open(link.Timeout, cancellationToken);

    /// <summary>A message as it is sent: with its terminator.</summary>
    public byte[] Encode(string command)
    {
        var bytes = new byte[command.Length + _writeEnd.Length];
        Encoding.Latin1.GetBytes(command, bytes);
        _writeEnd.CopyTo(bytes, command.Length);
        return bytes;
    }

    /// <summary>The command in a message: what <see cref="Encode"/> was given.</summary>
    public string Decode(ReadOnlyMemory<byte> message) => Encoding.Latin1.GetString(message.Span[..^_writeEnd.Length]);

    /// <summary>Sends a message.</summary>
    public async ValueTask Write(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (_outOfStep)
            await Resynchronise(cancellationToken).ConfigureAwait(false);
        if (link.Gap > TimeSpan.Zero)
            await KeepGap(cancellationToken).ConfigureAwait(false);
        try
        {
            await transport.Write(message, link.Timeout, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _outOfStep = true;
            throw;
        }
    }

    /// <summary>
    /// Sends a message over the connection as it is, also where the link is out of step: what makes an instrument safe waits for no answer. It stays out of
    /// step, so that no answer is taken for another.
    /// </summary>
    public ValueTask WriteNow(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) => transport.Write(message, link.Timeout, cancellationToken);

    /// <summary>Makes a new connection.</summary>
    public ValueTask Renew(CancellationToken cancellationToken) => Resynchronise(cancellationToken);

    /// <summary>Sends a query and gives the answer without its terminator; valid until the next call.</summary>
    /// <param name="query">The message.</param>
    /// <param name="timeout">How long to wait; as the profile says if not given.</param>
    /// <param name="cancellationToken">Stops waiting; the link is in step again at the next command.</param>
    public async ValueTask<ReadOnlyMemory<byte>> Query(ReadOnlyMemory<byte> query, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await Write(query, cancellationToken).ConfigureAwait(false);
                return await Read(timeout ?? link.Timeout, cancellationToken).ConfigureAwait(false);
            }
            catch (TransportException e) when (attempt < link.Retries && link.RetryOn.Contains(e.Failure == TransportFailure.Timeout ? RetryCause.Timeout : RetryCause.Disconnect))
            {
                _outOfStep = true;
            }
            catch
            {
                _outOfStep = true;
                throw;
            }
        }
    }

    public ValueTask DisposeAsync() => transport.DisposeAsync();

    private async ValueTask<ReadOnlyMemory<byte>> Read(TimeSpan timeout, CancellationToken cancellationToken)
    {
        _filled = 0;
        await Fill(timeout, cancellationToken).ConfigureAwait(false);
        while (_filled < 2 && _buffer[0] == '#')
            await Fill(timeout, cancellationToken).ConfigureAwait(false);
        return _buffer[0] == '#' && _buffer[1] is >= (byte)'1' and <= (byte)'9'
            ? await ReadBlock(timeout, cancellationToken).ConfigureAwait(false)
            : await ReadText(timeout, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadText(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _filled - searched).IndexOf(_readEnd);
            if (found >= 0)
                return _buffer.AsMemory(0, TrimmedLength(searched + found));
            searched = Math.Max(0, _filled - _readEnd.Length + 1);
            if (_filled > MostText)
                throw new FormatException($"the answer goes on after {MostText} bytes without the end of a message; is the terminator in 'link' right?");
            await Fill(timeout, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadBlock(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var digits = _buffer[1] - '0';
        while (_filled < 2 + digits)
            await Fill(timeout, cancellationToken).ConfigureAwait(false);
        long length = 0;
        foreach (var digit in _buffer.AsSpan(2, digits))
            length = char.IsAsciiDigit((char)digit) ? length * 10 + digit - '0' : throw new FormatException("the length of the block is no number");
        if (length > MostAnswer)
            throw new FormatException($"the block claims to hold {length} bytes; at most {MostAnswer} are taken");

        var end = 2 + digits + (int)length;
        while (_filled < end + _readEnd.Length)
        {
            try
            {
                await Fill(timeout, cancellationToken).ConfigureAwait(false);
            }
            catch (TransportException e) when (e.Failure == TransportFailure.Timeout && _filled < end)
            {
                throw new TransportException(TransportFailure.Timeout, transport.Address, $"The block from {transport.Address} ends after {Math.Max(0, _filled - 2 - digits)} of {length} bytes. Was the transfer cut off? Take it again, with fewer points or a longer 'timeout' in 'link'.", e);
            }
        }

        return _buffer.AsMemory(0, end);
    }

    private async ValueTask Fill(TimeSpan timeout, CancellationToken cancellationToken)
    {
        // It grows with what has come, not with what was promised.
        if (_filled == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        _filled += await transport.Read(_buffer.AsMemory(_filled), timeout, cancellationToken).ConfigureAwait(false);
    }

    // Many instruments end with CR LF whatever was agreed.
    private int TrimmedLength(int length) => length > 0 && _buffer[length - 1] == '\r' ? length - 1 : length;

    private async ValueTask Resynchronise(CancellationToken cancellationToken)
    {
        await transport.Clear(link.Timeout, cancellationToken).ConfigureAwait(false);
        _outOfStep = false;
        _filled = 0;
    }

    private async ValueTask KeepGap(CancellationToken cancellationToken)
    {
        var since = clock.Now - _lastCommand;
        if (since < link.Gap)
            await clock.Delay(link.Gap - since, cancellationToken).ConfigureAwait(false);
        _lastCommand = clock.Now;
    }
}
