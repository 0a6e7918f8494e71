using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Safety;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    private const string SafeStateAction = "safe_state";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(800);

    private bool _isMakingSafe;
    private bool _hasAnswered;
    private int _urgent;

    /// <summary>How a safe state, or another action that makes it safe, is done and confirmed.</summary>
    internal SafetyPlan PlanOf(string action, int channel) => SafetyPlan.Of(Model, _station.Link, action == SafeStateAction ? null : action, channel);

    /// <summary>Makes the instrument safe and waits for others to let go of it.</summary>
    /// <param name="cancellationToken">Stops trying.</param>
    /// <param name="channel">The channel; -1 for all.</param>
    /// <returns>How it is known; null for an instrument without a safe state.</returns>
    /// <exception cref="InstrumentException">It was not reached, or not confirmed, within its deadline; the message says why.</exception>
    internal async ValueTask<SafetySign?> SafeState(CancellationToken cancellationToken, int channel = -1)
    {
        if (Model.SafeState.Count == 0)
            return null;
        var outcome = await TryToMakeSafe(SafeStateAction, channel, cancellationToken).ConfigureAwait(false);
        return outcome.Failure is { } failure ? throw failure : outcome.Sign;
    }

    /// <summary>
    /// Makes the instrument safe before all else: what holds it is cancelled, and what waits for it fails. It is tried, over the open connection first and
    /// then over new ones, until it holds or its deadline ends.
    /// </summary>
    /// <param name="action"><c>safe_state</c>, or an action that the station asks for in its place.</param>
    /// <param name="channel">The channel of an action; -1 for all.</param>
    internal async Task<SafeStateOutcome> MakeSafe(string action, int channel)
    {
        Interlocked.Increment(ref _urgent);
        try
        {
            CancelHolder();
            return await TryToMakeSafe(action, channel, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _urgent);
        }
    }

    /// <summary>From now on nothing but its safe state and its error queue is done.</summary>
    internal void BeginClose()
    {
        _isClosing = true;
        CancelHolder();
    }

    private void CancelHolder()
    {
        try
        {
            Volatile.Read(ref _held)?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Its place was taken by another, whose owner looks again before it begins.
        }
    }

    private async ValueTask<Held> LockForSafety(CancellationToken cancellationToken)
    {
        await _lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!_isClosed)
            return new Held(_lock, cancellationToken);
        _lock.Release();
        throw new InstrumentException(Alias, Address, "It is closed: the run that opened it is over or was stopped. Nothing was sent");
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong, the instrument is tried again, and the others are made safe.")]
    private async Task<SafeStateOutcome> TryToMakeSafe(string action, int channel, CancellationToken cancellationToken)
    {
        var plan = PlanOf(action, channel);
        var start = _clock.Now;
        var real = Stopwatch.GetTimestamp();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(plan.Deadline);
        Exception? first = null;
        Exception? failure = null;
        var isDone = false;
        var isBroken = false;
        var pause = FirstPause;
        for (var attempt = 0; ; attempt++)
        {
            using var box = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
            box.CancelAfter(plan.Box);
            try
            {
                var sign = await Attempt(action, channel, plan, isBroken, () => isDone = true, box.Token).ConfigureAwait(false);
                return new SafeStateOutcome(Alias, action, sign) { Reason = sign == SafetySign.None ? Model.Safety.NoSign : null };
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                failure ??= e;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failure = e;
            }

            // One that answered, if only wrongly, is asked again over the same connection.
            first ??= failure;
            isBroken = !_hasAnswered;

            // Virtual time ends the trying as real time does.
            var isOver = deadline.IsCancellationRequested || _clock.Now - start >= plan.Deadline || Stopwatch.GetElapsedTime(real) >= plan.Deadline;
            var isFutile = isDone && plan.BestSign == SafetySign.Unconfirmed;
            if (isOver || isFutile || _isClosed || (action != SafeStateAction && failure is not TransportException))
                return Failed(action, plan, isDone, attempt + 1, first, failure);
            await Pause(pause, deadline.Token).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async ValueTask Pause(TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await _clock.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The attempt that follows says so.
        }
    }

    // The first failure often says more than the last, which may be that of a connection that was given up.
    private SafeStateOutcome Failed(string action, SafetyPlan plan, bool isDone, int attempts, Exception first, Exception last)
    {
        string Told(Exception failure) => Ended(failure switch
        {
            InstrumentException { Alias: var alias } own when alias == Alias => own.Reason,
            OperationCanceledException => $"it did not come to an end within {plan.Deadline.TotalSeconds:0.###} s",
            _ => failure.Message,
        });
        var times = attempts == 1 ? "" : $" It was tried {attempts} times{(Told(first) == Told(last) ? "" : $"; at last: {Told(last).TrimEnd('.')}")}.";
        var reason = $"{(action == SafeStateAction ? "the safe state" : $"'{action}'")} {(isDone ? "is not confirmed" : "was not reached")}; check the instrument by hand. {Told(first)}{times}";
        return new SafeStateOutcome(Alias, action, SafetySign.Unconfirmed) { Reason = reason, Failure = new InstrumentException(Alias, Address, reason, first) };
    }

    private async ValueTask<SafetySign> Attempt(string action, int channel, SafetyPlan plan, bool isBroken, Action done, CancellationToken cancellationToken)
    {
        using (await LockForSafety(cancellationToken).ConfigureAwait(false))
            return await AttemptLocked(action, channel, plan, isBroken, done, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<SafetySign> AttemptLocked(string action, int channel, SafetyPlan plan, bool isBroken, Action done, CancellationToken cancellationToken)
    {
        _isMakingSafe = true;
        _hasAnswered = false;
        using var urgency = _link.Hurry();
        try
        {
            if (isBroken)
                await Reconnect(cancellationToken).ConfigureAwait(false);
            var connection = _link.Connection;
            await DoAll(plan, cancellationToken).ConfigureAwait(false);
            done();
            var sign = await Confirm(plan, isNeeded: action == SafeStateAction, cancellationToken).ConfigureAwait(false);

            // What is read back says what is; the other signs tell only of what went over the same connection.
            if (sign is SafetySign.ErrorQueue or SafetySign.OperationComplete && connection != _link.Connection)
                throw new TransportException(TransportFailure.Closed, Address, $"{Alias}: the connection closed before the instrument had given a sign of what was sent");
            _observer?.WasDone(Alias, NameOf(channel), action, sign, _clock.Now);
            if (!_isClosing && sign != SafetySign.ErrorQueue && Model.Errors.Check is ErrorCheck.AfterSet or ErrorCheck.AfterAction)
                await TellErrors(cancellationToken).ConfigureAwait(false);
            return sign;
        }
        finally
        {
            _isMakingSafe = false;
        }
    }

    // It is safe, whatever its queue holds; what is left there would be taken for an error of the next command.
    private async ValueTask TellErrors(CancellationToken cancellationToken)
    {
        try
        {
            if (await TakeErrors(cancellationToken).ConfigureAwait(false) is { Count: > 0 } found)
                _observer?.Warned(Alias, $"{Told(found)} (found when it was made safe)", _clock.Now);
        }
        catch (LabTestException e)
        {
            _observer?.Warned(Alias, $"it was made safe, but its error queue cannot be read: {e.Message}", _clock.Now);
        }
    }

    // A new connection. It may lead to another instrument, which nothing is sent to.
    private async ValueTask Reconnect(CancellationToken cancellationToken)
    {
        try
        {
            await _link.Renew(cancellationToken).ConfigureAwait(false);
        }
        catch (TransportException e)
        {
            throw new TransportException(e.Failure, e.Address, $"{Alias}: {e.Message}", e);
        }

        try
        {
            await Identify(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _link.GiveUp();
            throw;
        }
    }

    // A step that fails does not keep the others from being done.
    private async ValueTask DoAll(SafetyPlan plan, CancellationToken cancellationToken)
    {
        List<LabTestException> failures = [];
        foreach (var (step, channel) in plan.Steps)
        {
            try
            {
                await Do(step, channel, cancellationToken).ConfigureAwait(false);
            }
            catch (LabTestException e)
            {
                failures.Add(e);
            }
        }

        if (failures.Count == 1)
            throw failures[0];
        if (failures.Count > 1)
            throw new InstrumentException(Alias, Address, string.Join(" ", failures.Select(f => f is InstrumentException own ? own.Reason : f.Message).Distinct()), failures[0]);
    }
}
