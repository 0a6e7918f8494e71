using System.Globalization;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    private const int PowerOn = 128;

    private string? _fault;
    private bool _hasNoStatus;

    // The connection over which the identity was read last, and that over which it was asked for last.
    private int _recognised;
    private int _asked;
    private bool _isAnother;
    private bool _hasChanged;

    /// <summary>Why it can no longer be used but to make it safe; null if it can.</summary>
    internal string? FaultedBecause => _fault;

    /// <summary>Whether it is the instrument that the station says, whatever came after: one that is can be made safe, another must be sent nothing.</summary>
    internal bool IsIdentified { get; private set; }

    /// <summary>Connects, asks for the identity, and does what the profile says on open.</summary>
    /// <exception cref="InstrumentException">It is another instrument than the station says.</exception>
    /// <exception cref="TransportException">There is no connection or no answer.</exception>
    internal async ValueTask Open(CancellationToken cancellationToken)
    {
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
        {
            if (Model.Identity is { } identity)
                _link.Know(identity, Identity?.Answer);
            await Connect(held.Token).ConfigureAwait(false);
            await Identify(held.Token).ConfigureAwait(false);
            IsIdentified = true;
            if (_station.Link.OnOpen is { } steps)
                await Do(steps, channel: -1, held.Token).ConfigureAwait(false);
            else if (IsCommon(Model.Identity))
                await Write("*CLS", held.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the instrument one that is used no more, but for its safe state.</summary>
    /// <param name="why">What happened.</param>
    private InstrumentException Fault(string why)
    {
        _fault ??= $"{why}. Make sure by hand that it is as it should be, and open the station again.";
        return new InstrumentException(Alias, Address, _fault);
    }

    // Over each new connection but the first. What was known is forgotten: the instrument may have been switched off in between. What this run
    // has set is compared with what is read, and never sent again.
    private async ValueTask Reopen(CancellationToken cancellationToken)
    {
        var made = _known.Made;
        _known.Forget();
        _hasChanged = false;
        try
        {
            await Identify(cancellationToken).ConfigureAwait(false);
        }
        catch (InstrumentException e) when (_hasChanged)
        {
            throw Fault($"after a new connection, {e.Reason}");
        }

        await TellWhatHappened(cancellationToken).ConfigureAwait(false);
        await OpenAgain(cancellationToken).ConfigureAwait(false);
        foreach (var ((parameter, channel), value) in made)
            await CompareSetting(parameter, channel, value, cancellationToken).ConfigureAwait(false);
    }

    // What the opening sequence would wipe away. Not each instrument that has an error queue has an event status register as well (IEEE 488.2, section 11.5.1).
    private async ValueTask TellWhatHappened(CancellationToken cancellationToken)
    {
        if (!Model.Errors.IsGiven)
            return;
        if (IsCommon(Model.Identity) && !_hasNoStatus)
        {
            try
            {
                var answer = await Ask(_link.Encode("*ESR?"), first: default, timeout: null, cancellationToken).ConfigureAwait(false);
                if (int.TryParse(answer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var status) && (status & PowerOn) != 0)
                    _observer?.Warned(Alias, $"it was switched on since its status was last cleared (*ESR? is {status})", _clock.Now);
            }
            catch (Exception e) when (e is InstrumentException or TransportException { Failure: TransportFailure.Timeout })
            {
                _hasNoStatus = true;
            }
        }

        if (await TakeErrors(cancellationToken).ConfigureAwait(false) is not { Count: > 0 } found)
            return;
        if (Model.Errors is { Check: ErrorCheck.AtEnd, OnError: ErrorReaction.Fail })
            _taken.AddRange(found);
        _observer?.Warned(Alias, $"{Told(found)} (found after a new connection)", _clock.Now);
    }

    // The opening sequence without what sets something.
    private async ValueTask OpenAgain(CancellationToken cancellationToken)
    {
        if (_station.Link.OnOpen is { } steps)
            await Do([.. steps.Where(s => s is not SetStep && s is not WriteStep { Resets: true })], channel: -1, cancellationToken).ConfigureAwait(false);
        else if (IsCommon(Model.Identity))
            await Write("*CLS", cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask CompareSetting(ParameterModel parameter, int channel, ParameterValue made, CancellationToken cancellationToken)
    {
        if (parameter.Get is null)
            return;
        var read = (await ReadLocked(parameter, channel, cancellationToken).ConfigureAwait(false)).Value;
        if (!IsAt(parameter, channel, made, read))
            throw Fault($"after a new connection {PathOf(parameter.Name, channel)} is {read}, and this run had set it to {made}; it may have been switched off and on");
    }

    // What is known in this run stays what it was: another instrument that answers is not taken for this one the next time.
    private async ValueTask Identify(CancellationToken cancellationToken)
    {
        if (Model.Identity is not { } identity)
            return;
        _asked = _link.Connection;
        _link.Know(identity, Identity?.Answer);
        var answer = await Ask(_link.Encode(identity.Query), first: default, timeout: null, cancellationToken).ConfigureAwait(false);
        _asked = _link.Connection;
        var match = identity.Match.Match(answer);
        string? Group(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        var now = new InstrumentIdentity(answer, Group("model"), Group("serial"), Group("firmware"));
        if (!match.Success)
        {
            _isAnother |= Identity is { } known && IsOfAnother(identity, known.Answer, answer);
            throw new InstrumentException(Alias, Address, $"'{Shortened(answer)}' answers, which is not {Model.Id} ('{identity.Match}'). Is the address right, and the profile?");
        }

        _isAnother = !IsThis(now);
        if (!_isAnother)
            _recognised = _link.Connection;
        _hasChanged = _isAnother || Identity is { } first && first.Answer != answer;
        if (_station.Serial is { } wanted && now.Serial is { } serial && serial != wanted)
            throw new InstrumentException(Alias, Address, $"the serial number is {serial}, and the station says {wanted}. Is another instrument connected? If it was exchanged on purpose, change 'serial' and 'calibration' in the station file.");
        if (Identity is { } before && before.Answer != answer)
            throw new InstrumentException(Alias, Address, $"'{Shortened(answer)}' answers, and '{Shortened(before.Answer)}' did before. Is another instrument connected?");
        Identity = now;
        _link.Know(identity, answer);
    }

    // By its serial number where it says one: the rest may have lost a byte on the way.
    private bool IsThis(InstrumentIdentity now)
    {
        if (_station.Serial is { } wanted && now.Serial is { } said && said != wanted)
            return false;
        if (Identity is not { } before || before.Answer == now.Answer)
            return true;
        if (now.Serial is { Length: > 0 } serial && before.Serial is { Length: > 0 } known && serial != known)
            return false;
        return (now.Serial is not null && now.Model == before.Model) || IsDamaged(before.Answer, now.Answer);
    }

    // Whether what does not fit is the identity of another instrument, and not something that cannot be understood. One of IEEE 488.2 has four fields, of which the
    // maker is first (section 10.14.3); any other begins with a letter and has a digit, as a type has.
    private static bool IsOfAnother(IdentityModel identity, string known, string answer) =>
        answer.Length > 2 && char.IsAsciiLetter(answer[0]) && !answer.Any(char.IsControl) && !IsDamaged(known, answer)
        && (IsCommon(identity) ? answer.Count(static c => c == ',') >= 3 : answer.Any(char.IsAsciiDigit));

    // What is known, with a byte or two that did not come.
    private static bool IsDamaged(string known, string answer)
    {
        if (known.Length - answer.Length is < 0 or > 2)
            return false;
        var found = 0;
        foreach (var c in known)
        {
            if (found < answer.Length && c == answer[found])
                found++;
        }

        return found == answer.Length;
    }

    // One of the common commands, so that it has the others as well (IEEE 488.2, section 10).
    private static bool IsCommon(IdentityModel? identity) => identity?.Query.StartsWith('*') == true;
}
