using System.Text;
using System.Text.RegularExpressions;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Transports;

/// <summary>Answers, status lines, replies and prompts, with one deadline for all of an answer.</summary>
internal sealed partial class InstrumentLink
{
    private const int MostText = 16 << 20;

    private byte[] _buffer = new byte[4096];
    private int _taken;
    private int _filled;
    private int _answerStart;
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
            if (!Fits(status, line))
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

    private async ValueTask TakeReply(ReadOnlyMemory<byte> message, ReplyModel reply, CancellationToken cancellationToken)
    {
        if (reply.Kind == ReplyKind.None)
        {
            (_lastHadAnswer, _lastUnanswered) = (false, message);
            return;
        }

        Begin(message, Timeout);
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
                if (reply.Match is { } match && !Fits(match, line))
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
        reply.Kind == ReplyKind.Echo ? line == Decode(message).Trim() : (reply.Match is not { } match || Fits(match, line));

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

    private static bool Fits(Regex expression, string line)
    {
        try
        {
            return expression.IsMatch(line);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool IsPadding(byte b) => b is 0 or (byte)'\r' or (byte)'\n' or (byte)' ';

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.Latin1.GetString(bytes.Span).Trim();

    // As much as a message can hold; what is no text is written as \x15.
    private static string Shown(string text) =>
        string.Concat(text.Take(80).Select(c => char.IsControl(c) ? $"\\x{(int)c:X2}" : c.ToString())) + (text.Length > 80 ? "…" : "");
}
