using LabTest.Units;
using LabTest.Waveforms;

namespace LabTest;

public sealed partial class Waveform
{
    private StateLevels? _levels;

    /// <summary>The low state level, s1 (IEEE 181: mode of the lower half of the histogram).</summary>
    public Quantity Base() => In(Levels.Low);

    /// <summary>The high state level, s2 (IEEE 181: mode of the upper half of the histogram).</summary>
    public Quantity Top() => In(Levels.High);

    /// <summary>The difference between the two state levels.</summary>
    public Quantity Amplitude() => Of(Levels.High - Levels.Low, Unit, RoundingBounds.OfSum(Levels.High, 0, Levels.Low, 0, Levels.High - Levels.Low));

    /// <summary>
    /// The transition duration of the first rising transition, from the 10 % to the 90 % reference level (IEEE 181);
    /// NaN where there is no rising transition.
    /// </summary>
    public Quantity RiseTime() => OnAxis(Transition.FirstRising(Samples.Span, Levels)?.Duration ?? double.NaN);

    /// <summary>As <see cref="RiseTime"/> for the first falling transition, from 90 % to 10 %.</summary>
    public Quantity FallTime() => OnAxis(Transition.FirstFalling(Samples.Span, Levels)?.Duration ?? double.NaN);

    /// <summary>
    /// How far the waveform reaches above the high state after its first rising transition, as a share of the amplitude
    /// (post-transition overshoot, IEEE 181); NaN where there is no rising transition.
    /// </summary>
    public Quantity Overshoot()
    {
        if (Transition.FirstRising(Samples.Span, Levels) is not { } rising)
            return new Quantity(double.NaN, KnownUnits.Percent);
        var after = Samples.Span[(int)Math.Ceiling(rising.End)..];
        var end = NextFall(after);
        var highest = Levels.High;
        foreach (var sample in after[..end])
            highest = Math.Max(highest, sample);
        return new Quantity((highest - Levels.High) / (Levels.High - Levels.Low) * 100, KnownUnits.Percent);
    }

    /// <summary>
    /// The time from the 50 % level of the first rising transition until the waveform enters, for the last time before it falls again or ends, a band around the
    /// high state (settling duration, IEEE 181); NaN where there is no rising transition or it never settles.
    /// </summary>
    /// <param name="band">Half the width of the band: a share of the amplitude (such as 2 %) or a difference between two of its values (in K for °C).</param>
    /// <exception cref="UnitMismatchException">The band is neither, or is a temperature in °C or °F.</exception>
    public Quantity SettlingTime(Quantity band)
    {
        if (Transition.FirstRising(Samples.Span, Levels) is not { } rising)
            return OnAxis(double.NaN);
        var width = band.Unit.Dimension.IsNone ? band.In(Unit.One) * (Levels.High - Levels.Low) : band.RequireDifference("The band").DifferenceIn(Unit);
        var first = (int)Math.Ceiling(rising.Middle);
        var risen = (int)Math.Ceiling(rising.End);
        var state = Samples.Span[first..(risen + NextFall(Samples.Span[risen..]))];

        // Where a fall follows, the way down from the band belongs to it.
        var end = state.Length;
        if (first + end < Samples.Length)
        {
            while (end > 0 && IsOutside(state[end - 1]))
                end--;
        }

        if (end == 0 || IsOutside(state[end - 1]))
            return OnAxis(double.NaN);
        var last = end - 1;
        while (last >= 0 && !IsOutside(state[last]))
            last--;
        return OnAxis(last < 0 ? Math.Max(0, first - rising.Middle) : first + last + Entry(state[last], state[last + 1]) - rising.Middle);

        bool IsOutside(double sample) => !(Math.Abs(sample - Levels.High) <= width);

        // Between a sample outside and one inside: where the line between them meets the band.
        double Entry(double outside, double inside) => (Math.Abs(outside - Levels.High) - width) / Math.Abs(inside - outside);
    }

    /// <summary>
    /// The reciprocal of the mean period, between the first and the last crossing of the 50 % level in the same direction; NaN for less
    /// than one whole period.
    /// </summary>
    public Quantity Frequency()
    {
        var period = Period();
        return new Quantity(1 / period.In(KnownUnits.Second), KnownUnits.Hertz);
    }

    /// <summary>The mean period (IEEE 181); NaN for less than one whole period.</summary>
    public Quantity Period()
    {
        var crossings = Transition.RisingCrossings(Samples.Span, Levels);
        return OnAxis(crossings.Count < 2 ? double.NaN : (crossings[^1] - crossings[0]) / (crossings.Count - 1));
    }

    private StateLevels Levels => _levels ??= IsValid ? StateLevels.Of(Samples.Span) : new StateLevels(double.NaN, double.NaN);

    // The overshoot belongs to the state that follows the transition, not to later pulses.
    private int NextFall(ReadOnlySpan<double> after)
    {
        for (var i = 0; i < after.Length; i++)
        {
            if (after[i] < Levels.Middle)
                return i;
        }

        return after.Length;
    }
}
