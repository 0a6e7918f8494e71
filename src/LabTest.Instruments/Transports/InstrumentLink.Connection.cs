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
    private volatile bool _isDisposed;
    private bool _isReopening;
    private bool _mustReopen;
    private bool _isUrgent;

    /// <summary>Counts the connections; what was prepared over one is not prepared over the next.</summary>
    public int Connection { get; private set; }

    /// <summary>
    /// Is called over each new connection but the first, before anything else goes over it: asks for the identity and does what opens the
    /// instrument, and sees whether it is still as it was left. It sends no set.
    /// </summary>
    public Func<CancellationToken, ValueTask>? Reopened { get; set; }

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
        _isUrgent = true;
        return new Urgency(this);
    }

    /// <summary>
    /// Sends a message over the connection as it is, also where the link is out of step: what makes an instrument safe waits for no answer but its own
    /// reply. The link stays out of step, so that no answer is taken for another.
    /// </summary>
    /// <exception cref="TransportException">The connection is closed, and nothing was sent; or it was not taken, or no reply came in time.</exception>
    /// <exception cref="FormatException">It was answered with another reply than the profile says.</exception>
    public async ValueTask WriteNow(ReadOnlyMemory<byte> message, ReadOnlyMemory<byte> first, Profiles.ReplyModel? reply, CancellationToken cancellationToken)
    {
        if (!first.IsEmpty)
            await WriteNow(first, link.Reply, cancellationToken).ConfigureAwait(false);
        await WriteNow(message, reply ?? link.Reply, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a new connection for what makes the instrument safe; the opening sequence follows when ordinary use goes on.</summary>
    /// <exception cref="TransportException">It was refused or timed out.</exception>
    public async ValueTask Renew(CancellationToken cancellationToken)
    {
        await Connect(link.Timeout, mayBeSlow: true, cancellationToken).ConfigureAwait(false);
        _mustReopen = true;
    }

    /// <summary>Gives the connection up: nothing more is sent over it.</summary>
    public void GiveUp() => _isBroken = true;

    private async ValueTask WriteNow(ReadOnlyMemory<byte> message, Profiles.ReplyModel reply, CancellationToken cancellationToken)
    {
        if (link.Gap > TimeSpan.Zero)
            await KeepGap(cancellationToken).ConfigureAwait(false);
        if (!IsOpen())
            throw TransportException.Closed(Address);
        var wasOutOfStep = _isOutOfStep;
        await Send(message, cancellationToken).ConfigureAwait(false);
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
            await Reconnect(cancellationToken).ConfigureAwait(false);
        else if (_mustReopen && !_isUrgent && !_isReopening)
            await Reopen(cancellationToken).ConfigureAwait(false);
        if (isAnswered && _isOutOfStep)
            await BringInStep(cancellationToken).ConfigureAwait(false);
    }

    // Looks without sending; what has arrived and nobody asked for is taken away.
    private bool IsOpen()
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
        catch (TransportException)
        {
            _isBroken = true;
            return false;
        }
    }

    private async ValueTask Reconnect(CancellationToken cancellationToken)
    {
        if (_isReopening)
            throw TransportException.Closed(Address);
        await Connect(ReconnectFor, mayBeSlow: true, cancellationToken).ConfigureAwait(false);
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
            _isBroken = true;
            throw;
        }
        finally
        {
            _isReopening = false;
        }
    }

    private async ValueTask Connect(TimeSpan patience, bool mayBeSlow, CancellationToken cancellationToken)
    {
        _isBroken = true;
        var start = clock.Now;
        for (var pause = ShortestPause; ; pause = Shorter(2 * pause, LongestPause))
        {
            try
            {
                ThrowIfDisposed();
                await transport.Open(link.Timeout, cancellationToken).ConfigureAwait(false);
                break;
            }
            catch (TransportException e) when ((mayBeSlow || e.Failure == TransportFailure.Refused) && !_isDisposed && clock.Now - start + pause < patience)
            {
                await clock.Delay(pause, cancellationToken).ConfigureAwait(false);
            }
        }

        if (_isDisposed)
            await transport.DisposeAsync().ConfigureAwait(false);
        ThrowIfDisposed();
        Connection++;
        _filled = _taken = 0;
        _isBroken = _isOutOfStep = _isAnswerDue = _mayEndFollow = _wasCommandAnswered = false;
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
        public void Dispose() => link._isUrgent = false;
    }
}
