using System.Globalization;
using System.Text;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Transports;

/// <summary>Answers, blocks of IEEE 488.2 (sections 8.7.9 and 8.7.10), status lines, replies and prompts.</summary>
internal sealed partial class InstrumentLink
{
    private const int MostAnswer = 1 << 30;
    private const int MostText = 16 << 20;
    private const int MostHeader = 256;
    private const int MostDigits = 12;

    private byte[] _buffer = new byte[4096];
    private int _taken;
    private int _filled;
    private int _answerStart;
    private int _blockEnd;
    private bool _isBlock;
    private bool _mayEndFollow;
    private TimeSpan _budget;
    private long _askedAt;
    private bool _isFirst;

    // One deadline for all that comes back.
    private void Begin(ReadOnlyMemory<byte> message, TimeSpan budget)
    {
        (_question, _lastHadAnswer, _isAnswerDue, _isFirst) = (message, true, true, true);
        (_budget, _askedAt) = (budget, clock.Time.GetTimestamp());
    }

    private TimeSpan BudgetLeft => _budget - clock.Time.GetElapsedTime(_askedAt);

    private async ValueTask<ReadOnlyMemory<byte>> ReadAnswer(ReadOnlyMemory<byte> query, BlockExpectation? block, CancellationToken cancellationToken)
    {
        if (link.Reply.Kind == ReplyKind.Echo)
            await SkipEcho(query, cancellationToken).ConfigureAwait(false);
        if (link.Status is { } status)
        {
            var line = Text(await ReadLine(cancellationToken).ConfigureAwait(false));
            if (!status.IsMatch(line))
                throw new AnswerException($"the status line '{Shown(line)}' is not as 'status' in 'link' says ('{status}')", "The command was not done; the instrument's manual says what the status means.");
        }

        var answer = block is { } expected
            ? await ReadBlockBehindHeader(expected, cancellationToken).ConfigureAwait(false)
            : await ReadMessage(cancellationToken).ConfigureAwait(false);
        if (_prompt.Length == 0)
            return answer;
        var (start, length) = (_answerStart, answer.Length);
        await ReadPrompt(cancellationToken).ConfigureAwait(false);
        return _buffer.AsMemory(start, length);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadMessage(CancellationToken cancellationToken)
    {
        await SkipPadding(cancellationToken).ConfigureAwait(false);
        _isBlock = false;
        while (_buffer[_taken] == '#' && _filled < _taken + 2)
            await Fill(cancellationToken).ConfigureAwait(false);
        if (_buffer[_taken] != '#' || _buffer[_taken + 1] is not (>= (byte)'1' and <= (byte)'9'))
        {
            var line = await ReadLine(cancellationToken).ConfigureAwait(false);
            return line.IsEmpty ? throw Empty() : line;
        }

        var start = _taken;
        _isBlock = true;
        await ReadBlock(default, cancellationToken).ConfigureAwait(false);
        _answerStart = start;
        return _buffer.AsMemory(start, _blockEnd - start);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadLine(CancellationToken cancellationToken)
    {
        await SkipPadding(cancellationToken).ConfigureAwait(false);
        var searched = _taken;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _filled - searched).IndexOf(_readEnd);
            if (found >= 0)
            {
                _answerStart = _taken;
                _taken = searched + found + _readEnd.Length;
                return _buffer.AsMemory(_answerStart, TrimmedLength(_answerStart, searched + found));
            }

            searched = Math.Max(_taken, _filled - _readEnd.Length + 1);
            if (_filled - _taken > MostText)
                throw new AnswerException($"the answer goes on after {MostText} bytes without the end of a message", "Is the terminator in 'link' right?");
            await Fill(cancellationToken).ConfigureAwait(false);
        }
    }

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
        var most = Math.Min(expected.AtMost ?? MostAnswer, Array.MaxLength / 2);
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

    private async ValueTask TakeReply(ReadOnlyMemory<byte> message, ReplyModel reply, CancellationToken cancellationToken)
    {
        if (reply.Kind == ReplyKind.None)
        {
            (_lastHadAnswer, _lastUnanswered) = (false, message);
            return;
        }

        Begin(message, link.Timeout);
        try
        {
            if (reply.Kind == ReplyKind.Prompt)
            {
                await ReadPrompt(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                var line = Text(await ReadLine(cancellationToken).ConfigureAwait(false));
                while (_isOutOfStep && !IsReply(line, message, reply))
                    line = Text(await ReadLine(cancellationToken).ConfigureAwait(false));   // a late answer
                if (reply.Kind == ReplyKind.Echo && line != Decode(message).Trim())
                    throw new AnswerException($"it was answered with '{Shown(line)}', which is not its echo ('reply' in the profile)", "The command may not have been done.");
                if (reply.Match?.IsMatch(line) == false)
                    throw new AnswerException($"it was answered with '{Shown(line)}', which is not as 'reply' says ('{reply.Match}')", "The command may not have been done.");
            }

            _isAnswerDue = false;
        }
        catch
        {
            _isOutOfStep = true;
            throw;
        }
    }

    private bool IsReply(string line, ReadOnlyMemory<byte> message, ReplyModel reply) =>
        reply.Kind == ReplyKind.Echo ? line == Decode(message).Trim() : reply.Match?.IsMatch(line) != false;

    private async ValueTask ReadPrompt(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (_taken < _filled && IsPadding(_buffer[_taken]) && _buffer[_taken] != _prompt[0])
                _taken++;
            var come = _buffer.AsMemory(_taken, _filled - _taken);
            if (come.Span.StartsWith(_prompt))
            {
                _taken += _prompt.Length;
                return;
            }

            if (!_prompt.AsSpan().StartsWith(come.Span))
                throw new AnswerException($"'{Shown(Text(come))}' came where the prompt '{link.Reply.Prompt}' was due", "The command may not have been done.");
            await Fill(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask SkipEcho(ReadOnlyMemory<byte> query, CancellationToken cancellationToken)
    {
        await SkipPadding(cancellationToken).ConfigureAwait(false);
        var before = _taken;
        if (Text(await ReadLine(cancellationToken).ConfigureAwait(false)) != Decode(query).Trim())
            _taken = before;
    }

    // Until a byte is there that belongs to something.
    private async ValueTask SkipPadding(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_taken == _filled)
                await Fill(cancellationToken).ConfigureAwait(false);
            if (_mayEndFollow && _filled - _taken >= _readEnd.Length)
            {
                _mayEndFollow = false;
                if (_buffer.AsSpan(_taken, _filled - _taken).StartsWith(_readEnd))
                {
                    _taken += _readEnd.Length;
                    continue;
                }
            }

            if (_prompt.Length > 0 && _buffer.AsSpan(_taken, _filled - _taken).StartsWith(_prompt))
                _taken += _prompt.Length;
            else if (IsPadding(_buffer[_taken]) && _buffer[_taken] != _readEnd[0])
                _taken++;
            else
                return;
        }
    }

    private async ValueTask Fill(CancellationToken cancellationToken)
    {
        var left = _isFirst ? _budget : BudgetLeft;
        try
        {
            if (left <= TimeSpan.Zero)
                throw TransportException.Silent(Address, _budget);
            await Receive(left, cancellationToken).ConfigureAwait(false);
            _isFirst = false;
        }
        catch (TransportException e) when (e.Failure == TransportFailure.Timeout && !_isFirst)
        {
            throw TransportException.Unended(Address, _budget, Shown(Text(_buffer.AsMemory(_taken, _filled - _taken))), e);
        }
    }

    private async ValueTask<bool> TryFill(TimeSpan within, CancellationToken cancellationToken)
    {
        try
        {
            await Receive(within, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TransportException e) when (e.Failure == TransportFailure.Timeout)
        {
            return false;
        }
    }

    private async ValueTask Receive(TimeSpan within, CancellationToken cancellationToken)
    {
        // It grows with what has come, not with what was promised.
        if (_filled == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, Array.MaxLength));
        _filled += await transport.Read(_buffer.AsMemory(_filled), within, cancellationToken).ConfigureAwait(false);
    }

    // Many instruments end with CR LF whatever was agreed, and some pad with NUL.
    private int TrimmedLength(int start, int end)
    {
        while (end > start && _buffer[end - 1] is (byte)'\r' or 0)
            end--;
        return end - start;
    }

    private static bool IsPadding(byte b) => b is 0 or (byte)'\r' or (byte)'\n' or (byte)' ';

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.Latin1.GetString(bytes.Span).Trim();

    // As much as a message can hold; what is no text is written as \x15.
    private static string Shown(string text) =>
        string.Concat(text.Take(80).Select(c => char.IsControl(c) ? $"\\x{(int)c:X2}" : c.ToString())) + (text.Length > 80 ? "…" : "");
}
