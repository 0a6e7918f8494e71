using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using LabTest.Instruments.Drivers;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Safety;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    private const string SafeStateAction = "safe_state";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(800);

    // What was tried to the end of its deadline and failed.
    private readonly ConcurrentDictionary<(string Action, int Channel), SafetyTrial> _unsafe = new();
    private volatile int _uses;
    private SafetyTrial? _trial;
    private (TimeSpan Step, TimeSpan Answer) _allowed;
    private bool _hasAnswered;
    private bool _hasSeen;
    private bool _hasAskedInVain;
    private bool _isGone;
    private int _renewals;
    private int _urgent;

    private bool IsMakingSafe => _trial is not null;

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

    /// <summary>Makes the instrument safe, waits for others to let go of it, and says what came of it.</summary>
    /// <param name="action"><c>safe_state</c>, or an action that the station asks for in its place.</param>
    /// <param name="channel">The channel of an action; -1 for all.</param>
    /// <param name="cancellationToken">Stops trying.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong, the instrument is tried again, and the others are made safe.")]
    internal async Task<SafeStateOutcome> TryToMakeSafe(string action, int channel, CancellationToken cancellationToken)
    {
        var plan = PlanOf(action, channel);

        // What had its whole deadline and was not made safe has its time-box, as long as nothing else was done with it.
        var trial = _unsafe.GetValueOrDefault((action, channel)) is { } failed && failed.Uses == _uses ? failed : null;
        var time = trial is null ? plan.Deadline : plan.Box;
        trial ??= new SafetyTrial(plan, _clock);
        trial.Begin(time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(trial.Left);
        Exception? failure = null;
        var isBroken = false;
        var pause = FirstPause;
        while (true)
        {
            trial.Tries++;

            // What fails because there was no time left for an answer says less than what failed before.
            var isShort = failure is not null && trial.Left < plan.Answer * 2;
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var sign = await Attempt(action, channel, trial, isBroken, deadline.Token).ConfigureAwait(false);
                _unsafe.TryRemove((action, channel), out _);
                return new SafeStateOutcome(Alias, action, sign) { Reason = sign == SafetySign.None ? Model.Safety.NoSign : null };
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                failure ??= e;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failure = failure is not null && ((isShort && !_hasAnswered) || WeightOf(e) < WeightOf(failure)) ? failure : e;
            }

            cancellationToken.ThrowIfCancellationRequested();

            // One that answered, if only wrongly, is asked again over the same connection.
            isBroken = !_hasAnswered;
            var isOver = deadline.IsCancellationRequested || trial.Left <= TimeSpan.Zero;
            var isFutile = trial.Sent > 0 && plan.BestSign == SafetySign.Unconfirmed;
            if (isOver || isFutile || _isClosed || (action != SafeStateAction && failure is not TransportException))
            {
                trial.Uses = _uses;
                _unsafe[(action, channel)] = trial;
                return Failed(action, trial, failure!);
            }

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

    // What was sent, how often, what came of it at last, and what to do.
    private SafeStateOutcome Failed(string action, SafetyTrial trial, Exception last)
    {
        var why = last is OperationCanceledException ? $"it did not come to an end within {trial.Deadline.TotalSeconds:0.###} s" : Cause(last);
        var what = trial.Told(action == SafeStateAction ? "the safe state" : $"'{action}'", NameOf);
        var reason = $"{what}; check the outputs by hand. Last failure: {Ended(why)}";

        // The reason says what the exceptions say that led to it.
        return new SafeStateOutcome(Alias, action, SafetySign.Unconfirmed) { Reason = reason, Failure = new InstrumentException(Alias, Address, reason) };
    }

    // The command of a step that sends something; what it sets where that takes values that are not known.
    private string NameOf(ActionStep step, int channel)
    {
        var set = step as SetStep;
        try
        {
            return set is null ? Fill(((WriteStep)step).Command, channel, value: null) : Fill(set.Parameter.Set!, channel, Wire(set.Parameter, set.Value));
        }
        catch (MissingValueException)
        {
            return set is null ? ((WriteStep)step).Command.Text : $"{PathOf(set.Parameter.Name, set.Parameter.IsChannel ? channel : -1)} = {set.Value}";
        }
    }

    // How much a failure tells: least that our own time was over, most what the instrument answered or how the connection failed.
    private static int WeightOf(Exception failure) => failure switch
    {
        OperationCanceledException => 0,
        InstrumentException { InnerException: OperationCanceledException } => 1,
        InstrumentException { InnerException: LabTestException inner } => WeightOf(inner),
        TransportException { Failure: TransportFailure.Timeout } => 2,
        _ => 3,
    };

    // What happened, without what the message says already, and without advice that is for other times.
    private string Cause(Exception failure)
    {
        if (failure is InstrumentException { Alias: var alias } own && alias == Alias)
            return own.Reason.Replace(Garbled, "", StringComparison.Ordinal).Trim();
        if (failure is not TransportException)
            return failure.Message;
        var text = failure.Message.StartsWith($"{Alias}, ", StringComparison.Ordinal) || failure.Message.StartsWith($"{Alias}: ", StringComparison.Ordinal) ? failure.Message[(Alias.Length + 2)..] : failure.Message;
        text = text.Replace($"{Address} closed", "it closed", StringComparison.Ordinal).Replace($" {Address}", " it", StringComparison.Ordinal);
        return text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? text[..(end + 1)] : text;
    }

    private async ValueTask<SafetySign> Attempt(string action, int channel, SafetyTrial trial, bool isBroken, CancellationToken cancellationToken)
    {
        using (await LockForSafety(cancellationToken).ConfigureAwait(false))
            return await AttemptLocked(action, channel, trial, isBroken, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<SafetySign> AttemptLocked(string action, int channel, SafetyTrial trial, bool isBroken, CancellationToken cancellationToken)
    {
        _trial = trial;
        _hasAnswered = _hasSeen = _hasAskedInVain = _isGone = false;
        _renewals = 0;
        using var urgency = _link.Hurry();
        try
        {
            _allowed = trial.AllowFor(trial.Plan.Steps.Count, hasFailed: false);
            if (isBroken)
                await Renew(cancellationToken).ConfigureAwait(false);
            var connection = _link.Connection;
            await DoAll(trial, cancellationToken).ConfigureAwait(false);
            var sign = await Confirm(action, trial, connection, cancellationToken).ConfigureAwait(false);
            _observer?.WasDone(Alias, NameOf(channel), action, sign, _clock.Now);
            if (!_isClosing && sign != SafetySign.ErrorQueue && Model.Errors.Check is ErrorCheck.AfterSet or ErrorCheck.AfterAction)
                await TellErrors(cancellationToken).ConfigureAwait(false);
            return sign;
        }
        finally
        {
            _trial = null;
        }
    }

    private async ValueTask<SafetySign> Confirm(string action, SafetyTrial trial, int connection, CancellationToken cancellationToken)
    {
        using var box = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        box.CancelAfter(trial.ForConfirmation);
        _link.WaitAtMost(trial.Answer);
        _link.Keep(false);
        await MustBeThis(box.Token).ConfigureAwait(false);
        var sign = await Confirm(trial.Plan, isNeeded: action == SafeStateAction, box.Token).ConfigureAwait(false);

        // What is read back says what is; the other signs tell only of what went over the same connection.
        if (sign is SafetySign.ErrorQueue or SafetySign.OperationComplete && connection != _link.Connection)
            throw new TransportException(TransportFailure.Closed, Address, $"{Alias}: the connection closed before the instrument had given a sign of what was sent");
        await MustBeThis(box.Token).ConfigureAwait(false);
        return sign;
    }

    // A sign is one of the instrument that the station means, so it is known that it is this one before and after it.
    private async ValueTask MustBeThis(CancellationToken cancellationToken)
    {
        if (Model.Identity is not null && _recognised != _link.Connection)
            await Identify(cancellationToken).ConfigureAwait(false);
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

    // A step that fails does not keep the others from being done, and the longer it took the less the others wait.
    private async ValueTask DoAll(SafetyTrial trial, CancellationToken cancellationToken)
    {
        List<Exception> failures = [];
        var isSent = true;
        for (var i = 0; i < trial.Plan.Steps.Count; i++)
        {
            var (step, channel) = trial.Plan.Steps[i];
            var written = _link.Written;
            _allowed = trial.AllowFor(trial.Plan.Steps.Count - i, hasFailed: failures.Count > 0);
            _link.WaitAtMost(_allowed.Answer);
            _link.Keep(true);
            trial.Step = i;
            try
            {
                await Ready(cancellationToken).ConfigureAwait(false);
                using var box = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                box.CancelAfter(SafetyPlan.WaitOf(step) + _allowed.Step);
                await Do(step, channel, box.Token).ConfigureAwait(false);
            }
            catch (LabTestException e)
            {
                failures.Add(e);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && failures.Count > 0)
            {
                isSent = false;
                break;    // what failed before says more
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(new InstrumentException(Alias, Address, $"step {i + 1} of it did not come to an end within {(SafetyPlan.WaitOf(step) + _allowed.Step).TotalSeconds:0.###} s", e));
            }

            isSent &= step is not (SetStep or WriteStep) || _link.Written > written;
        }

        trial.Step = SafetyTrial.NoStep;
        if (isSent)
            trial.Sent++;
        if (failures.Count == 0)
            return;
        var telling = failures.MaxBy(WeightOf)!;
        throw failures.Count == 1 ? telling : new InstrumentException(Alias, Address, $"{Ended(Cause(telling))} {failures.Count - 1} more of its steps failed", telling);
    }

    // A write needs no answer: it goes over the connection that there is, be it one that was given up, else over a new one. Who is at the other end is asked once,
    // and where the answer cannot be understood the command is sent all the same; to another instrument nothing is.
    private async ValueTask WriteToMakeSafe(ReadOnlyMemory<byte> message, ReadOnlyMemory<byte> first, ReplyModel? reply, CancellationToken cancellationToken)
    {
        for (var isAgain = false; ; isAgain = true)
        {
            await Ready(cancellationToken).ConfigureAwait(false);
            var written = _link.Written;
            try
            {
                await _link.WriteNow(message, first, reply, cancellationToken).ConfigureAwait(false);
                if (_renewals > 1)
                    await _clock.Delay(_station.Link.Quiet, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TransportException e) when (e.Failure == TransportFailure.Closed && !isAgain && !_isGone)
            {
                // Some close after each answer or each command; what is written at that moment would be lost.
            }
            finally
            {
                _trial!.Note(_link.Decode(message), isSent: _link.Written > written);
            }
        }
    }

    private async ValueTask Ready(CancellationToken cancellationToken)
    {
        if (!_link.CanWrite() && !_isGone)
            await Renew(cancellationToken).ConfigureAwait(false);
        await Recognise(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask Renew(CancellationToken cancellationToken)
    {
        _isGone = true;
        _renewals++;
        _link.WaitAtMost(_allowed.Answer / 2);
        try
        {
            await _link.Renew(cancellationToken).ConfigureAwait(false);
            _isGone = false;
        }
        catch (TransportException e)
        {
            throw new TransportException(e.Failure, e.Address, $"{Alias}: {e.Message}", e);
        }
        finally
        {
            _link.WaitAtMost(_allowed.Answer);
        }
    }

    // Once for each connection, and not again where it was seen over another just now, or gave nothing that can be understood: one that closes at each question
    // would be asked for ever.
    private async ValueTask Recognise(CancellationToken cancellationToken)
    {
        if (Model.Identity is null || _isGone || _recognised == _link.Connection)
            return;
        if (_asked != _link.Connection && !_hasSeen && !_hasAskedInVain)
        {
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            soon.CancelAfter(_allowed.Step * 0.6);
            _link.WaitAtMost(_allowed.Step / 2);
            try
            {
                await Identify(soon.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is LabTestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // It says nothing that can be understood.
            }

            _link.WaitAtMost(_allowed.Answer);
            _hasSeen = _recognised == _link.Connection;
            _hasAskedInVain = !_hasSeen;
            if (_hasSeen)
                await _clock.Delay(_station.Link.Quiet, cancellationToken).ConfigureAwait(false);   // what closes after an answer has closed by then
        }

        if (_isAnother)
            throw new InstrumentException(Alias, Address, "another instrument answers at its address, so nothing was sent there");
    }
}
