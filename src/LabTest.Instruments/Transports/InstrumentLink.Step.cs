using System.Text;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Transports;

/// <summary>
/// In step: the next answer is that to the next question. What says that an answer is none marks the link, and before the next question it is
/// brought in step: the late answer is awaited until its own deadline; what comes is thrown away until it is quiet; a question is asked whose
/// answer cannot be mistaken; a new connection is made; the device is cleared.
/// </summary>
internal sealed partial class InstrumentLink
{
    private const int MostKindsOfWarning = 16;

    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private ReadOnlyMemory<byte> _question;
    private ReadOnlyMemory<byte> _lastUnanswered;
    private IdentityModel? _identity;
    private byte[]? _knownIdentity;
    private bool _mayIdentityFollow;
    private bool _isOutOfStep;
    private bool _isAnswerDue;
    private bool _wasCommandAnswered;
    private bool _isResyncDue;
    private int _nonce;

    /// <summary>Whether what comes next may be the answer to an earlier question.</summary>
    public bool IsOutOfStep => _isOutOfStep;

    /// <summary>
    /// The last answer is none: it cannot be read, is empty, of the wrong kind, too long. Whatever layer finds that out says so here; the right
    /// answer may still come, and the link is brought in step before the next question.
    /// </summary>
    public void MarkOutOfStep() => _isOutOfStep = _isAnswerDue = true;

    /// <summary>How the instrument says what it is, and what it said: a question whose answer is known.</summary>
    /// <param name="identity">The query and what its answer matches.</param>
    /// <param name="answer">What it answered; null before it was asked.</param>
    public void Know(IdentityModel identity, string? answer) =>
        (_identity, _knownIdentity) = (identity, answer is null ? null : Encoding.Latin1.GetBytes(answer));

    private async ValueTask BringInStep(CancellationToken cancellationToken)
    {
        try
        {
            if (_isAnswerDue)
                await AwaitLateAnswer(cancellationToken).ConfigureAwait(false);
            await Drain(cancellationToken).ConfigureAwait(false);
            if (await AskInStep(mayRepeat: false, cancellationToken).ConfigureAwait(false))
                return;
        }
        catch (TransportException)
        {
            // The connection is closed; there is no answer to wait for.
        }

        if (_isUrgent && _isKept)
            throw TransportException.OutOfStep(Address);
        if (_isReopening)
            throw new TransportException(TransportFailure.Timeout, Address, $"{Address} does not answer over a new connection either. Is the instrument still at work? Switch it off and on if it stays so.");
        try
        {
            await Reconnect(cancellationToken).ConfigureAwait(false);
        }
        catch (OutOfStepException)
        {
            if (!await transport.ClearDevice(link.Timeout, cancellationToken).ConfigureAwait(false))
                throw;
            Warned?.Invoke("its answers could not be told apart any more; it was sent a device clear");
            _isBroken = _isGivenUp = _isOutOfStep = _isAnswerDue = false;
            if (!_isUrgent)
                await Reopen(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask AwaitLateAnswer(CancellationToken cancellationToken)
    {
        try
        {
            _isFirst = false;
            if (_isUrgent)
                _budget = Shorter(_budget, clock.Time.GetElapsedTime(_askedAt) + Timeout);
            await ReadLine(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AnswerException or TransportException { Failure: TransportFailure.Timeout })
        {
            // It did not come, or is too long to be one.
        }

        _isAnswerDue = false;
    }

    private async ValueTask Drain(CancellationToken cancellationToken)
    {
        var start = clock.Now;
        var drained = 0L;
        _filled = _taken = 0;
        while (await TryFill(link.Quiet, cancellationToken).ConfigureAwait(false))
        {
            drained += _filled;
            _filled = _taken = 0;
            if (clock.Now - start > Timeout + TimeSpan.FromSeconds((double)drained / link.Slowest))
                return;     // it never falls quiet
        }
    }

    // Asks what only one answer fits, and reads until it comes: in its order the instrument has then answered all that was asked before. Where an answer
    // to the same question may still come over the same port, it is not asked again: the two could not be told apart, and what was asked in between
    // may come after the first.
    private async ValueTask<bool> AskInStep(bool mayRepeat, CancellationToken cancellationToken)
    {
        var asked = link.Resync ?? _identity;
        if (asked is null)
            return false;
        var query = Encode(asked.Query);
        var isLate = query.AsSpan().SequenceEqual(_question.Span);
        _isResyncDue |= isLate && !transport.StartsAfresh;
        if (isLate && !mayRepeat && !_isResyncDue)
            return false;       // the late answer would be taken for this one
        if (!_isResyncDue)
            await Send(query, cancellationToken).ConfigureAwait(false);
        Begin(query, Timeout);
        try
        {
            while (!IsAnswerTo(asked, await ReadLine(cancellationToken).ConfigureAwait(false)))
            {
                // An answer to what was asked before, or a part of one.
            }

            if (_prompt.Length > 0)
                await ReadPrompt(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AnswerException or TransportException { Failure: TransportFailure.Timeout })
        {
            _mayIdentityFollow = true;
            _isResyncDue = !transport.StartsAfresh;
            return false;
        }

        (_isResyncDue, _question) = (false, default);
        _mayIdentityFollow = true;      // once more, from a peer that repeats itself
        _isOutOfStep = _isAnswerDue = false;
        _filled = _taken = 0;
        return true;
    }

    private bool IsAnswerTo(IdentityModel asked, ReadOnlyMemory<byte> line)
    {
        if (ReferenceEquals(asked, _identity) && _knownIdentity is { } known)
            return Text(line) == Encoding.Latin1.GetString(known).Trim();
        return Fits(asked.Match, Text(line));
    }

    // On a serial port an answer to a question for the identity can come after the port was opened again.
    private void ThrowIfIdentityOfBefore(ReadOnlyMemory<byte> query, ReadOnlySpan<byte> answer)
    {
        if (_mayIdentityFollow && _knownIdentity is { } known && answer.SequenceEqual(known) && !query.Span.SequenceEqual(Encode(_identity!.Query)))
            throw new AnswerException("the answer is that to an earlier question for the identity");
    }

    private void ThrowIfCommandWasAnswered()
    {
        if (!_wasCommandAnswered)
            return;
        _wasCommandAnswered = false;
        throw new AnswerException($"an empty line '' came unasked before it, after '{Decode(_lastUnanswered)}'", "If the instrument answers commands that are no queries, say so in the profile: link: { reply: line }.");
    }

    private AnswerException Empty() => _lastUnanswered.IsEmpty
        ? new AnswerException("the answer '' is empty")
        : new AnswerException($"the answer '' is empty; it may be that to '{Decode(_lastUnanswered)}', which asked for none", "If the instrument answers commands that are no queries, say so in the profile: link: { reply: line }.");

    private OutOfStepException Lost() => new(
        $"an answer did not come or could not be read, and nothing tells whether it is still to come: neither the port nor a question with a known answer ('resync' in 'link'{(_identity is null ? "" : $", '{_identity.Query}'")}) brought the link in step");

    private void TakeAwayRest()
    {
        if (_filled > _taken)
            TakeAway(_buffer.AsSpan(_taken, _filled - _taken));
        _filled = _taken = 0;
    }

    // Bytes that came without a question. Padding is what it is; anything else may be the beginning of more.
    private void TakeAway(ReadOnlySpan<byte> bytes)
    {
        if (_isOutOfStep)
        {
            if (bytes.IndexOf(_readEnd) >= 0)
                _isAnswerDue = false;   // the late answer has come
            return;
        }

        if (_mayEndFollow && bytes.StartsWith(_readEnd))
            bytes = bytes[_readEnd.Length..];
        _mayEndFollow = false;
        while (_prompt.Length > 0 && bytes.StartsWith(_prompt))
            bytes = bytes[_prompt.Length..];
        if (!bytes.ContainsAnyExcept("\0\r\n "u8))
        {
            _wasCommandAnswered |= !_lastHadAnswer && bytes.IndexOf(_readEnd) >= 0;
            return;
        }

        _isOutOfStep = true;
        Warn(Shown(Encoding.Latin1.GetString(bytes)));
    }

    // Once for each kind: answers that differ in their digits only are of one.
    private void Warn(string shown)
    {
        var kind = string.Concat(shown.Select(c => char.IsAsciiDigit(c) ? '0' : c));
        if (_warned.Count < MostKindsOfWarning && _warned.Add(kind))
            Warned?.Invoke($"'{shown}' came unasked{(_lastSent.IsEmpty ? "" : $" after '{Decode(_lastSent)}'")}, and was taken away. If the instrument answers commands that are no queries, say so with 'reply' in 'link'");
    }

    // *ESE takes 0 to 255 and changes nothing that is used here (IEEE 488.2, section 11.5.1.3); a late answer has another number.
    private int NextNonce() => _nonce = _nonce == 0 ? Random.Shared.Next(1, 256) : _nonce % 255 + 1;

    private byte[] Closed(ReadOnlyMemory<byte> query, int nonce) => Encode($"{Decode(query)};*ESE {nonce};*ESE?");

    // The answers to these are of any form and end their message (IEEE 488.2, sections 10.14, 10.17 and 10.23).
    private static bool IsCompoundable(ReadOnlySpan<byte> query) => !(query.StartsWith("*IDN?"u8) || query.StartsWith("*OPT?"u8) || query.StartsWith("*LRN?"u8));

    // Without the number that closes it.
    private static ReadOnlyMemory<byte> Opened(ReadOnlyMemory<byte> answer, int nonce)
    {
        var text = answer.Span;
        var end = text.LastIndexOf((byte)';');
        if (end >= 0 && int.TryParse(text[(end + 1)..], out var closing) && closing == nonce)
            return answer[..end].TrimEnd(" \r"u8.ToArray());
        throw new AnswerException($"the answer '{Shown(Text(answer))}' does not end with {nonce}, as its question asked for: it is that to another question", "Does the instrument answer '…;*ESE?' in one line? If not, take 'confirm_queries' out of 'link'.");
    }

    // A block that was followed by the number in the same message: ";17".
    private async ValueTask<ReadOnlyMemory<byte>> OpenedBlock(ReadOnlyMemory<byte> block, int nonce, CancellationToken cancellationToken)
    {
        var (start, length) = (_answerStart, block.Length);
        Opened(await ReadLine(cancellationToken).ConfigureAwait(false), nonce);
        return _buffer.AsMemory(start, length);
    }

    // For what ends its message: the number is asked for behind it.
    private async ValueTask<ReadOnlyMemory<byte>> Confirmed(ReadOnlyMemory<byte> answer, int nonce, CancellationToken cancellationToken)
    {
        var kept = answer.ToArray();
        var confirmation = Encode($"*ESE {nonce};*ESE?");
        await Send(confirmation, cancellationToken).ConfigureAwait(false);
        var closing = Text(await ReadAnswer(confirmation, block: null, cancellationToken).ConfigureAwait(false));
        if (int.TryParse(closing, out var number) && number == nonce)
            return kept;
        throw new AnswerException($"'{Shown(closing)}' came where {nonce} was asked for: the answer before it is that to another question");
    }
}
