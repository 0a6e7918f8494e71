using LabTest.Instruments.Drivers;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Safety;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    /// <summary>
    /// Reads a setting that is to be set again later, such as the start of a scan. What the instrument reports may lie a step outside of what may be set: the
    /// nearest step of a converter, for one. It is then brought to the nearest allowed value, with a warning.
    /// </summary>
    /// <returns>A value that may be set.</returns>
    /// <exception cref="InstrumentException">It lies farther out. Nothing is clipped; the instrument was brought to its safe state.</exception>
    internal async ValueTask<ParameterValue> ReadToRestore(ParameterModel parameter, int channel, CancellationToken cancellationToken)
    {
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
        {
            var reported = (await ReadLocked(parameter, channel, held.Token).ConfigureAwait(false)).Value;
            return await Admit(parameter, channel, reported, held.Token).ConfigureAwait(false);
        }
    }

    private async ValueTask<ParameterValue> Admit(ParameterModel parameter, int channel, ParameterValue reported, CancellationToken cancellationToken)
    {
        if (reported.Kind != ParameterValueKind.Quantity)
            return reported;
        var number = reported.Quantity.Value;
        var nearest = await Nearest(parameter, channel, number, cancellationToken).ConfigureAwait(false);
        if (nearest == number)
            return reported;
        var path = PathOf(parameter.Name, channel);
        var step = StepOf(parameter, channel, nearest);
        var allowed = new Quantity(nearest, parameter.Unit);
        if (Math.Abs(number - nearest) <= step * (1 + 1e-9))
        {
            if (!parameter.IsSame(nearest, number))
                _observer?.Warned(Alias, $"{path} reports {reported}, and {allowed} is the nearest that may be set; that is taken instead", _clock.Now);
            return allowed;
        }

        var why = $"{path} reports {reported}; the nearest that may be set is {allowed}, more than a step ({new Quantity(step, parameter.Unit)}) away. Nothing was clipped";
        throw new InstrumentException(Alias, Address, $"{why}; {await MadeSafe(cancellationToken).ConfigureAwait(false)}. Do the range in the profile and the bound in the station file fit the instrument?");
    }

    // NaN, which is an overload, is near nothing.
    private async ValueTask<double> Nearest(ParameterModel parameter, int channel, double number, CancellationToken cancellationToken)
    {
        if (double.IsNaN(number))
            return double.NaN;
        if (parameter.Coerce == Coercion.Refuse && parameter.NearestOption(number) is { } option)
            number = option;
        if (await RangeOf(parameter, channel, cancellationToken).ConfigureAwait(false) is { } range)
            number = Clamped(number, range.Low, range.High);
        return BoundOf(parameter, channel) is { } bound ? Clamped(number, bound.Low, bound.High) : number;
    }

    private static double Clamped(double number, double low, double high) => number < low ? low : number > high ? high : number;

    // Called under the lock.
    private async ValueTask<string> MadeSafe(CancellationToken cancellationToken)
    {
        if (Model.SafeState.Count == 0)
            return "the instrument has no safe state and was left as it is";
        if (IsMakingSafe)
            return "the instrument was being made safe";
        try
        {
            var plan = PlanOf(SafeStateAction, channel: -1);
            var trial = new SafetyTrial(plan, _clock);
            trial.Begin(plan.Deadline);
            await AttemptLocked(SafeStateAction, channel: -1, trial, isBroken: false, cancellationToken).ConfigureAwait(false);
            return "the instrument was brought to its safe state";
        }
        catch (LabTestException e)
        {
            return $"its safe state was not reached either ({e.Message})";
        }
    }

    // Where a ramp begins. A ramp to the safe state may begin anywhere.
    private async ValueTask<double> RampStart(ParameterModel parameter, int channel, CancellationToken cancellationToken)
    {
        if (IsMakingSafe)
            return await SafeRampStart(parameter, channel, cancellationToken).ConfigureAwait(false);
        var start = _known.Find(parameter, channel) ?? (await ReadLocked(parameter, channel, cancellationToken).ConfigureAwait(false)).Value;
        return start.Quantity.IsNaN
            ? throw new InstrumentException(Alias, Address, $"'{PathOf(parameter.Name, channel)}' has no valid value, so it is not known where a change in steps begins. Nothing was sent.")
            : (await Admit(parameter, channel, start, cancellationToken).ConfigureAwait(false)).Quantity.Value;
    }

    // What is made safe goes there at once where the instrument does not say in time where it is.
    private async ValueTask<double> SafeRampStart(ParameterModel parameter, int channel, CancellationToken cancellationToken)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(_allowed.Step / 2);
        try
        {
            var start = _known.Find(parameter, channel) ?? (await ReadLocked(parameter, channel, soon.Token).ConfigureAwait(false)).Value;
            return start.Quantity.IsNaN ? double.NaN : await Nearest(parameter, channel, start.Quantity.Value, soon.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is LabTestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return double.NaN;
        }
    }

    private double? DeclaredStepOf(ParameterModel parameter, int channel, double value)
    {
        var context = new DriverContext(_known, Model, channel);
        var quantum = parameter.Simulation?.Quantum is { } formula ? Evaluated(() => formula(context)) : null;
        var accuracy = parameter.Accuracy?.HalfWidth(value, p => _known.Find(p, channel), kelvinOutside: 0);
        return quantum is null && accuracy is null ? null : Math.Max(quantum ?? 0, accuracy ?? 0);
    }
}
