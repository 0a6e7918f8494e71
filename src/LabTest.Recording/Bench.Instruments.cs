using LabTest.Instruments;

namespace LabTest.Recording;

public partial class Bench
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(1);

    /// <summary>Sets a parameter.</summary>
    /// <param name="path">The parameter, such as <c>psu.vdd.voltage</c>.</param>
    /// <param name="value">The value: a quantity, a bare number in the parameter's unit, a flag, or a name.</param>
    /// <exception cref="PathException">There is no such parameter.</exception>
    /// <exception cref="BoundViolationException">The value is outside the range, the station's bound or the options; nothing was sent.</exception>
    /// <exception cref="UnitMismatchException">The value is of another dimension; nothing was sent.</exception>
    /// <exception cref="InstrumentException">The instrument reports an error.</exception>
    public Step Set(string path, ParameterValue value) => Tracked(SetCore(path, value), nameof(Set), path);

    private Step Tracked(Task task, string method, string subject) => Core.Scope.Calls.Track(new Step(task, method, subject));

    private Step<T> Tracked<T>(Task<T> task, string method, string subject) => Core.Scope.Calls.Track(new Step<T>(task, method, subject));

    private async Task DoCore(string action) => await Core.Station.Do(Core.Station.ResolveAction(action), Core.Token()).ConfigureAwait(false);

    private async Task SetCore(string path, ParameterValue value)
    {
        var target = Core.Station.Resolve(path);
        await target.Instrument.Set(target.Parameter, target.Channel, value, Core.Token()).ConfigureAwait(false);
    }

    /// <summary>Reads a parameter, without recording it.</summary>
    /// <returns>The value; NaN for an overload. A flag is 1 or 0.</returns>
    /// <exception cref="PathException">There is no such parameter.</exception>
    /// <exception cref="InstrumentException">The answer cannot be read, or is a name or a text: use <see cref="ReadValue"/>.</exception>
    public Step<Quantity> Read(string path) => Tracked(ReadCore(path), nameof(Read), path);

    private async Task<Quantity> ReadCore(string path)
    {
        var value = await ReadValueCore(path).ConfigureAwait(false);
        return value.Kind switch
        {
            ParameterValueKind.Flag => value.Flag ? 1 : 0,
            ParameterValueKind.Text => throw new InstrumentException(ParameterPath.Parse(path).Alias, Core.Station.Resolve(path).Instrument.Address, $"'{path}' is '{value}', which is no quantity; read it with ReadValue"),
            _ => value.Quantity,
        };
    }

    /// <summary>Reads a parameter of any type, without recording it.</summary>
    /// <exception cref="PathException">There is no such parameter.</exception>
    public Step<ParameterValue> ReadValue(string path) => Tracked(ReadValueCore(path), nameof(ReadValue), path);

    private async Task<ParameterValue> ReadValueCore(string path)
    {
        var source = Core.Station.Resolve(path);
        return (await source.Instrument.Read(source.Parameter, source.Channel, Core.Token()).ConfigureAwait(false)).Value;
    }

    /// <summary>Does an action of an instrument, such as <c>scope.single</c>, or <c>psu.safe_state</c>.</summary>
    /// <exception cref="PathException">There is no such action.</exception>
    public Step Do(string action) => Tracked(DoCore(action), nameof(Do), action);

    /// <summary>Waits; on virtual time this takes no time.</summary>
    public Step Wait(Quantity time) => Tracked(WaitCore(Waits.Of(time)), nameof(Wait), time.ToString());

    private async Task WaitCore(TimeSpan time) => await Core.Station.Clock.Delay(time, Core.Token()).ConfigureAwait(false);

    /// <summary>Reads a parameter until a condition holds.</summary>
    /// <param name="path">The parameter.</param>
    /// <param name="condition">What it is waited for. It is not asked about a reading that is not a valid value, such as an overload.</param>
    /// <param name="within">How long to wait at most.</param>
    /// <param name="every">The time between two readings; 1 ms if not given.</param>
    /// <returns>The value with which the condition held.</returns>
    /// <exception cref="LimitException">It did not hold in time.</exception>
    public Step<Quantity> WaitFor(string path, Func<Quantity, bool> condition, Quantity within, Quantity? every = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Tracked(WaitForCore(path, condition, within, every), nameof(WaitFor), path);
    }

    private async Task<Quantity> WaitForCore(string path, Func<Quantity, bool> condition, Quantity within, Quantity? every)
    {
        var clock = Core.Station.Clock;
        var start = clock.Now;
        var limit = Waits.Of(within);
        while (true)
        {
            // No condition holds with what is not a valid value: infinity is above every threshold, and !(x < 5) holds with NaN.
            var value = await ReadCore(path).ConfigureAwait(false);
            var isValid = !NoValue.Is(value);
            if (isValid && condition(value))
                return value;
            if (clock.Now - start >= limit)
                throw new LimitException($"{path} is {value}{(isValid ? "" : ", which is not a valid value,")} after {within}; what was waited for did not happen.");
            await clock.Delay(every is { } given ? Waits.Of(given) : PollEvery, Core.Token()).ConfigureAwait(false);
        }
    }

    /// <summary>Brings the station to its safe state now.</summary>
    /// <exception cref="InstrumentException">An instrument is not in it, or gives no sign of it.</exception>
    public Step SafeState() => Tracked(SafeStateCore(), nameof(SafeState), "");

    private async Task SafeStateCore() => await Core.Station.SafeState(Core.Token()).ConfigureAwait(false);
}
