using System.Globalization;

namespace LabTest.Instruments.Transports;

/// <summary>Binary blocks of IEEE 488.2 (sections 8.7.9 and 8.7.10): of any form, with or without a terminator, behind a header, in pieces.</summary>
internal sealed partial class InstrumentLink
{
    private const int MostAnswer = 1 << 30;
    private const int MostHeader = 256;
    private const int MostDigits = 12;

    private int _blockEnd;
    private bool _isBlock;
    private bool _mayEndFollow;

    private async ValueTask<ReadOnlyMemory<byte>> ReadBlockBehindHeader(BlockExpectation expected, CancellationToken cancellationToken)
    {
        await SkipPadding(cancellationToken).ConfigureAwait(false);
        var searched = _taken;
        while (true)
        {
            var come = _buffer.AsSpan(searched, _filled - searched);
            var start = come.IndexOf((byte)'#');
            var end = _buffer.AsSpan(_taken, _filled - _taken).IndexOf(_readEnd);
            if (start >= 0 && (end < 0 || searched + start < _taken + end))
            {
                _taken = searched + start;
                return await ReadBlock(expected, cancellationToken).ConfigureAwait(false);
            }

            if (end >= 0 || _filled - _taken > MostHeader)
            {
                var text = Text(_buffer.AsMemory(_taken, Math.Min(end >= 0 ? end : MostHeader, _filled - _taken)));
                _taken = end >= 0 ? _taken + end + _readEnd.Length : _filled;
                throw new AnswerException($"the answer '{Shown(text)}' is no block (IEEE 488.2, sections 8.7.9 and 8.7.10)");
            }

            searched = _filled;
            await Fill(cancellationToken).ConfigureAwait(false);
        }
    }

    // At the #. The lengths: #3100 (a digit that counts digits), #(1000000000) (in brackets, beyond nine digits), #0 (none; the end is told by others).
    private async ValueTask<ReadOnlyMemory<byte>> ReadBlock(BlockExpectation expected, CancellationToken cancellationToken)
    {
        while (_filled < _taken + 2)
            await Fill(cancellationToken).ConfigureAwait(false);
        var (form, start, data) = (_buffer[_taken + 1], _taken, _taken + 2);
        if (form == '0')
            return await ReadIndefinite(expected, data, cancellationToken).ConfigureAwait(false);
        if (form != '(' && !char.IsAsciiDigit((char)form))
            throw new AnswerException($"the answer '{Shown(Text(_buffer.AsMemory(start, Math.Min(_filled - start, MostHeader))))}' is no block (IEEE 488.2, sections 8.7.9 and 8.7.10)");

        var digits = form == '(' ? await DigitsInBrackets(data, cancellationToken).ConfigureAwait(false) : form - '0';
        while (_filled < data + digits)
            await Fill(cancellationToken).ConfigureAwait(false);
        if (!long.TryParse(_buffer.AsSpan(data, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new AnswerException("the length of the block is no number");
        data += digits + (form == '(' ? 1 : 0);
        CheckLength(length, expected);
        return await ReadData(data, length, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<int> DigitsInBrackets(int from, CancellationToken cancellationToken)
    {
        while (true)
        {
            var end = _buffer.AsSpan(from, _filled - from).IndexOf((byte)')');
            if (end >= 0)
                return end;
            if (_filled - from > MostDigits)
                throw new AnswerException("the length of the block is no number");
            await Fill(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void CheckLength(long length, BlockExpectation expected)
    {
        if (expected.Bytes is { } announced && length > announced)
            throw new AnswerException($"the block claims to hold {length} bytes; {announced} were announced by the preamble or 'points' in 'block'", "Do 'sample' and 'points' in 'block' fit what the instrument sends? Nothing of it was taken.");
        var most = Math.Min(expected.AtMost ?? MostAnswer, Array.MaxLength - MostHeader);
        if (length > most)
            throw new AnswerException($"the block claims to hold {length} bytes; at most {most} are taken", "If it is so long, write 'at_most' in 'block'.");
    }

    // It ends where a count says so; a byte stream has no other mark, since any byte can be data.
    private async ValueTask<ReadOnlyMemory<byte>> ReadIndefinite(BlockExpectation expected, int data, CancellationToken cancellationToken)
    {
        if (expected.Bytes is not { } length)
            throw new AnswerException("the answer is a block of indefinite length (#0), and nothing says where it ends", "Say how many samples come: 'points' in 'block', a number or a formula of the preamble's fields.");
        CheckLength(length, expected);
        var block = await ReadData(data, length, cancellationToken).ConfigureAwait(false);
        if (_filled <= _blockEnd)
            await TryFill(link.Quiet, cancellationToken).ConfigureAwait(false);
        if (_filled > _blockEnd && _mayEndFollow && _buffer[_blockEnd] is not ((byte)'\r' or (byte)'\n' or 0))
            throw new AnswerException($"the block of indefinite length (#0) goes on after the {length} bytes that were announced", "Do 'sample' and 'points' in 'block' fit what the instrument sends?");
        return _buffer.AsMemory(data, block.Length);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadData(int data, long length, CancellationToken cancellationToken)
    {
        _budget += TimeSpan.FromSeconds((double)length / link.Slowest);
        var end = _blockEnd = data + (int)length;
        while (_filled < end)
        {
            try
            {
                await Fill(cancellationToken).ConfigureAwait(false);
            }
            catch (TransportException e) when (e.Failure == TransportFailure.Timeout)
            {
                throw new TransportException(TransportFailure.Timeout, Address, $"The block from {Address} ends after {Math.Max(0, _filled - data)} of {length} bytes. Was the transfer cut off? Take it again, with fewer points or a longer 'timeout' in 'link'.", e);
            }
        }

        // The block says its own length; a terminator that is still on its way is passed over when it comes.
        var hasEnd = _buffer.AsSpan(end, _filled - end).StartsWith(_readEnd);
        _taken = hasEnd ? end + _readEnd.Length : end;
        _mayEndFollow = !hasEnd;
        _answerStart = data;
        return _buffer.AsMemory(data, (int)length);
    }
}
