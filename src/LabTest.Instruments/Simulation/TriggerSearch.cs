using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Simulation;

/// <summary>
/// Finds the time at which a simulated trigger fires. Armed, it is the first crossing after the arming that follows a change on the station; running
/// freely, the last crossing before now; without a crossing, now, as an oscilloscope in auto mode.
/// </summary>
internal sealed class TriggerSearch(SimulatedInstrument instrument)
{
    private const int Places = 2000;

    /// <summary>The time of the trigger, in seconds.</summary>
    /// <param name="trigger">What the trigger looks at.</param>
    /// <param name="channel">Which channel, from 0.</param>
    /// <param name="span">The length of a trace, in seconds: how far a crossing may be from a change.</param>
    public double Find(SimulatedTrigger trigger, int channel, double span)
    {
        var now = instrument.Station.Now;
        if (instrument.ArmedAt is { } armed)
        {
            foreach (var change in instrument.Station.ChangesSince(armed))
            {
                if (Crossing(trigger, channel, change, change + span, first: true) is { } crossing)
                    return crossing;
            }
        }

        return Crossing(trigger, channel, now - span, now, first: false) ?? now;
    }

    private double? Crossing(SimulatedTrigger trigger, int channel, double from, double to, bool first)
    {
        var slope = trigger.Slope is { } given && instrument.Evaluate(given, channel, to) < 0 ? -1 : 1;
        double Above(double time) => slope * (instrument.Evaluate(trigger.Source, channel, time) - instrument.Evaluate(trigger.Level, channel, time));

        double? found = null;
        var step = (to - from) / Places;
        var before = Above(from);
        for (var i = 1; i <= Places; i++)
        {
            var after = Above(from + i * step);
            if (before < 0 && after >= 0)
            {
                found = Bisect(Above, from + (i - 1) * step, from + i * step);
                if (first)
                    return found;
            }

            before = after;
        }

        return found;
    }

    private static double Bisect(Func<double, double> above, double low, double high)
    {
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if (above(middle) >= 0)
                high = middle;
            else
                low = middle;
        }

        return high;
    }
}
