namespace LabTest.Instruments.Transports;

/// <summary>Connections: how they are seen to be closed, made again, and what is tried where an output must be switched off.</summary>
internal sealed partial class InstrumentLink
{
    // Instruments with one socket need a while to free it: for so long a refused connection is asked for again, and one that was lost.
    private static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ReconnectFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private bool _isBroken;
    private bool _isGivenUp;
    private TransportException? _brokenBy;
    private volatile bool _isDisposed;
    private bool _isReopening;
    private bool _mustReopen;
    private bool _isUrgent;
    private bool _isKept;
    private TimeSpan _patience = TimeSpan.MaxValue;

    /// <summary>Counts the connections; what was prepared over one is not prepared over the next.</summary>
    public int Connection { get; private set; }

    /// <summary>
    /// Is called over each new connection but the first, before anything else goes over it: asks for the identity and does what opens the
    /// instrument, and sees whether it is still as it was left. It sends no set.
    /// </summary>
    public Func<CancellationToken, ValueTask>? Reopened { get; set; }

    /// <summary>Counts what <see cref="WriteNow(ReadOnlyMemory{byte}, ReadOnlyMemory{byte}, Profiles.ReplyModel?, CancellationToken)"/> has sent, whatever it was answered with.</summary>
    public int Written { get; private set; }

    // What makes an instrument safe waits less long than what measures.
    private TimeSpan Timeout => _isUrgent ? Shorter(_patience, link.Timeout) : link.Timeout;

    /// <summary>Makes the first connection.</summary>
    /// <exception cref="TransportException">There is none; one that is refused was asked for again for some seconds.</exception>
    public async ValueTask Open(CancellationToken cancellationToken)
    {
        await Connect(OpenFor, mayBeSlow: false, cancellationToken).ConfigureAwait(false);

        // On a serial port answers to what another program asked may still come.
        if (!transport.StartsAfresh)
        {
            await Drain(cancellationToken).ConfigureAwait(false);
            await AskInStep(mayRepeat: true, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the connection; none is made again.</summary>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return transport.DisposeAsync();
    }

    /// <summary>
    /// Begins a time in which the instrument is made safe: until it is disposed of, a new connection is used at once, without the opening
    /// sequence, which follows when ordinary use goes on. The caller holds the instrument's lock.
    /// </summary>
    public Urgency Hurry()
    {
        (_isUrgent, _isKept, _patience) = (true, false, TimeSpan.MaxValue);
        return new Urgency(this);
    }

    /// <summary>Says how long an answer, a reply and a connection are waited for while the instrument is made safe, where the profile says no less.</summary>
    public void WaitAtMost(TimeSpan patience) => _patience = patience;

    /// <summary>
    /// Keeps the connection while what is to be written is not yet written: a question over a link that cannot be brought in step otherwise fails, and gives up no
    /// connection over which commands can still be sent.
    /// </summary>
    public void Keep(bool isKept) => _isKept = isKept;

    /// <summary>Whether something can be written, be it over a connection that was given up; it looks without sending.</summary>
    public bool CanWrite() => IsConnected();

    /// <summary>
    /// Sends a message over the connection as it is, also where the link is out of step, or was given up because its answers could not be understood: what
    /// makes an instrument safe waits for no answer but its own reply. The link stays as it was, so that no answer is taken for another.
    /// </summary>
    /// <exception cref="TransportException">There is no connection, and nothing was sent; or it was not taken, or no reply came in time.</exception>
    /// <exception cref="FormatException">It was answered with another reply than the profile says.</exception>
    public async ValueTask WriteNow(ReadOnlyMemory<byte> message, ReadOnlyMemory<byte> first, Profiles.ReplyModel? reply, CancellationToken cancellationToken)
    {
        if (!first.IsEmpty)
            await WriteNow(first, link.Reply, isAll: false, cancellationToken).ConfigureAwait(false);
        await WriteNow(message, reply ?? link.Reply, isAll: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a new connection for what makes the instrument safe; the opening sequence follows when ordinary use goes on.</summary>
    /// <exception cref="TransportException">It was refused or timed out.</exception>
    public async ValueTask Renew(CancellationToken cancellationToken)
    {
        await Connect(Timeout, mayBeSlow: true, cancellationToken).ConfigureAwait(false);
        _mustReopen = true;
    }

    private async ValueTask WriteNow(ReadOnlyMemory<byte> message, Profiles.ReplyModel reply, bool isAll, CancellationToken cancellationToken)
    {
        if (link.Gap > TimeSpan.Zero)
            await KeepGap(cancellationToken).ConfigureAwait(false);
        if (!IsConnected())
            throw _brokenBy ?? TransportException.Closed(Address);
        var wasOutOfStep = _isOutOfStep;
        await Send(message, cancellationToken).ConfigureAwait(false);
        if (isAll)
            Written++;
        await TakeReply(message, reply, cancellationToken).ConfigureAwait(false);
        _isOutOfStep |= wasOutOfStep;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    // Nothing is to be done on most messages: the connection is open and the link in step.
    private ValueTask MakeReady(bool isAnswered, CancellationToken cancellationToken) =>
        link.Gap == TimeSpan.Zero && IsOpen() && !(isAnswered && _isOutOfStep) && !_mustReopen
            ? ValueTask.CompletedTask
            : MakeReadySlowly(isAnswered, cancellationToken);

    private async ValueTask MakeReadySlowly(bool isAnswered, CancellationToken cancellationToken)
    {
        if (link.Gap > TimeSpan.Zero)
            await KeepGap(cancellationToken).ConfigureAwait(false);
        if (!IsOpen())
        {
            if (_isUrgent && _isKept)
                throw _isBroken && _brokenBy is { } cause ? cause : TransportException.OutOfStep(Address);
            await Reconnect(cancellationToken).ConfigureAwait(false);
        }
        else if (_mustReopen && !_isUrgent && !_isReopening)
            await Reopen(cancellationToken).ConfigureAwait(false);
        if (isAnswered && _isOutOfStep)
            await BringInStep(cancellationToken).ConfigureAwait(false);
    }

    private bool IsOpen() => !_isGivenUp && IsConnected();

    // Looks without sending; what has arrived and nobody asked for is taken away.
    private bool IsConnected()
    {
        if (_isBroken)
            return false;
        TakeAwayRest();
        try
        {
            for (int count; (count = transport.TakeArrived(_buffer)) > 0;)
                TakeAway(_buffer.AsSpan(0, count));
            return true;
        }
        catch (TransportException e)
        {
            Break(e);
            return false;
        }
    }

    private void Break(TransportException cause) => (_isBroken, _brokenBy) = (true, cause);

    private async ValueTask Reconnect(CancellationToken cancellationToken)
    {
        if (_isReopening)
            throw TransportException.Closed(Address);
        await Connect(_isUrgent ? Timeout : ReconnectFor, mayBeSlow: true, cancellationToken).ConfigureAwait(false);
        _mustReopen = true;
        if (!_isUrgent)
            await Reopen(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask Reopen(CancellationToken cancellationToken)
    {
        _isReopening = true;
        try
        {
            if (!transport.StartsAfresh && !await AskInStep(mayRepeat: true, cancellationToken).ConfigureAwait(false))
                throw Lost();
            if (Reopened is { } reopened)
                await reopened(cancellationToken).ConfigureAwait(false);
            _mustReopen = false;
        }
        catch
        {
            _isGivenUp = true;
            throw;
        }
        finally
        {
            _isReopening = false;
        }
    }

    private async ValueTask Connect(TimeSpan patience, bool mayBeSlow, CancellationToken cancellationToken)
    {
        Break(TransportException.NotMade(Address));
        var start = clock.Now;
        for (var pause = ShortestPause; ; pause = Shorter(2 * pause, LongestPause))
        {
            try
            {
                ThrowIfDisposed();
                await transport.Open(Timeout, cancellationToken).ConfigureAwait(false);
                break;
            }
            catch (TransportException e)
            {
                Break(e);
                if (_isDisposed || !(mayBeSlow || e.Failure == TransportFailure.Refused) || clock.Now - start + pause >= patience)
                    throw;
                await clock.Delay(pause, cancellationToken).ConfigureAwait(false);
            }
        }

        if (_isDisposed)
            await transport.DisposeAsync().ConfigureAwait(false);
        ThrowIfDisposed();
        Connection++;
        _filled = _taken = 0;
        _isBroken = _isGivenUp = _isOutOfStep = _isAnswerDue = _mayEndFollow = _wasCommandAnswered = false;
        _lastHadAnswer = true;
        _lastUnanswered = default;
        _mayIdentityFollow &= !transport.StartsAfresh;
    }

    private void ThrowIfDisposed()
    {
        if (_isDisposed)
            throw new TransportException(TransportFailure.Closed, Address, $"The connection to {Address} is not open; open the station again");
    }

    /// <summary>While it is not disposed of, the instrument is being made safe.</summary>
    public readonly struct Urgency(InstrumentLink link) : IDisposable
    {
        public void Dispose() => link._isUrgent = link._isKept = false;
    }
}
