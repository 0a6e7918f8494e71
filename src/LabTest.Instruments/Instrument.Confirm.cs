using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Safety;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    private const double ShareOfRange = 1e-3;

    // The digits that instruments leave out of what they answer.
    private const double Rounding = 1e-5;

    // Entries that were found when it was made safe, and that the profile wants told at the end.
    private readonly List<ScpiError> _taken = [];

    // The sign that a safe state is reached. Whatever can be read back is; where something cannot, a lesser sign is asked for besides.
    private async ValueTask<SafetySign> Confirm(SafetyPlan plan, bool isNeeded, CancellationToken cancellationToken)
    {
        if (plan.BestSign == SafetySign.None)
            return SafetySign.None;
        foreach (var set in plan.Sets.Where(static s => s.IsReadable))
            await ReadBack(set, cancellationToken).ConfigureAwait(false);
        switch (plan.BestSign)
        {
            case SafetySign.ErrorQueue:
                await AskForErrors(cancellationToken).ConfigureAwait(false);
                break;
            case SafetySign.OperationComplete:
                await AskForCompletion(cancellationToken).ConfigureAwait(false);
                break;
            case SafetySign.Unconfirmed when !isNeeded:
                return SafetySign.Sent;
            case SafetySign.Unconfirmed:
                throw new InstrumentException(Alias, Address, $"it gives no sign: nothing that it sets can be read back, and {Model.Id} has no 'errors' and no *OPC?. Add one of them to the profile, or 'safety: {{ confirm: none, reason: … }}' if the instrument cannot give one");
        }

        return plan.BestSign;
    }

    private async ValueTask ReadBack(SafeSetting set, CancellationToken cancellationToken)
    {
        var read = (await ReadLocked(set.Parameter, set.Channel, cancellationToken).ConfigureAwait(false)).Value;
        if (IsAt(set, set.Value, read) || (set is { MayBeReset: true, Value.Kind: not ParameterValueKind.Flag, Parameter.Init: { } init } && IsAt(set, init, read)))
            return;
        _hasAnswered = true;
        throw new InstrumentException(Alias, Address, $"'{PathOf(set.Parameter.Name, set.Channel)}' was set to {set.Value} and reads back as {read}");
    }

    private bool IsAt(SafeSetting set, ParameterValue wanted, ParameterValue read) => IsAt(set.Parameter, set.Channel, wanted, read);

    // Flags and names exactly, numbers within a step.
    private bool IsAt(ParameterModel parameter, int channel, ParameterValue wanted, ParameterValue read)
    {
        if (wanted.Kind != ParameterValueKind.Quantity || read.Kind != ParameterValueKind.Quantity)
            return wanted == read;
        var (a, b) = (wanted.Quantity.Value, read.Quantity.Value);
        return Math.Abs(a - b) <= Math.Max(StepOf(parameter, channel, a), Rounding * Math.Max(Math.Abs(a), Math.Abs(b)));
    }

    // What stood in the queue before is taken away with this, so the next attempt sees what it did itself.
    private async ValueTask AskForErrors(CancellationToken cancellationToken)
    {
        var found = await TakeErrors(cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
            return;
        if (Model.Errors is { Check: ErrorCheck.AtEnd, OnError: ErrorReaction.Fail })
            _taken.AddRange(found);
        _hasAnswered = true;
        _observer?.Warned(Alias, $"{Told(found)} (found when it was made safe)", _clock.Now);
        throw new InstrumentException(Alias, Address, Told(found));
    }

    private async ValueTask AskForCompletion(CancellationToken cancellationToken)
    {
        var answer = await Ask(_link.Encode("*OPC?"), first: default, timeout: null, cancellationToken).ConfigureAwait(false);
        if (answer.Trim() is "1" or "+1")
            return;
        _link.MarkOutOfStep();
        throw new InstrumentException(Alias, Address, $"it answered '{Shortened(answer)}' to *OPC?, which is not 1");
    }

    /// <summary>
    /// How far what is read back of a setting may be from what was set, in its unit: its <c>quantum</c> or its accuracy; where the profile gives neither,
    /// 0.1 % of its range, or of an option.
    /// </summary>
    private double StepOf(ParameterModel parameter, int channel, double value)
    {
        if (DeclaredStepOf(parameter, channel, value) is { } declared)
            return declared;
        if (parameter.NumericOptions.Count > 0)
            return ShareOfRange * Math.Abs(value);
        var context = new Drivers.DriverContext(_known, Model, channel);
        var ends = parameter.Range?.EndsOf(channel < 0 ? null : Model.Channels[channel]);
        var width = ends is null ? null : Evaluated(() => ends.High(context) - ends.Low(context));
        width ??= BoundOf(parameter, channel) is { } bound ? bound.High - bound.Low : null;
        return width * ShareOfRange ?? 0;
    }

    // What depends on values that are not known, or that only the simulator has, is not known.
    private static double? Evaluated(Func<double> formula)
    {
        try
        {
            return formula() is var value && double.IsFinite(value) && value >= 0 ? value : null;
        }
        catch (Exception e) when (e is Drivers.MissingValueException or InvalidOperationException)
        {
            return null;
        }
    }
}
