namespace LabTest.Waveforms;

/// <summary>One change from a state to the other, with its reference instants in samples, interpolated between them.</summary>
/// <param name="Begin">Where it leaves the first state (10 % or 90 %).</param>
/// <param name="Middle">Where it crosses 50 %.</param>
/// <param name="End">Where it reaches the second state (90 % or 10 %).</param>
internal sealed record Transition(double Begin, double Middle, double End)
{
    public double Duration => End - Begin;

    public static Transition? FirstRising(ReadOnlySpan<double> samples, StateLevels levels) =>
        First(samples, levels.At(0.1), levels.Middle, levels.At(0.9), 1);

    public static Transition? FirstFalling(ReadOnlySpan<double> samples, StateLevels levels) =>
        First(samples, levels.At(0.9), levels.Middle, levels.At(0.1), -1);

    /// <summary>
    /// The 50 % instants of all rising transitions. Between two of them the waveform has been below the 10 % level, so that noise around 50 % counts once.
    /// </summary>
    public static List<double> RisingCrossings(ReadOnlySpan<double> samples, StateLevels levels)
    {
        List<double> crossings = [];
        var from = 0;
        while (from < samples.Length && First(samples[from..], levels.At(0.1), levels.Middle, levels.At(0.9), 1) is { } rising)
        {
            crossings.Add(from + rising.Middle);
            from += (int)Math.Ceiling(rising.End);
        }

        return crossings;
    }

    // The last leaving of the first level before the second is reached: what comes earlier is noise on the first state.
    private static Transition? First(ReadOnlySpan<double> samples, double begin, double middle, double end, int direction)
    {
        if (!(Math.Abs(end - begin) > 0))
            return null;
        var left = -1;
        for (var i = 0; i < samples.Length; i++)
        {
            if ((samples[i] - begin) * direction <= 0)
                left = i;
            else if (left >= 0 && (samples[i] - end) * direction >= 0)
                return new Transition(Crossing(samples, left, begin), Crossing(samples, LastBefore(samples, left, i, middle, direction), middle), Crossing(samples, i - 1, end));
        }

        return null;
    }

    private static int LastBefore(ReadOnlySpan<double> samples, int from, int to, double level, int direction)
    {
        var at = to - 1;
        while (at > from && (samples[at] - level) * direction > 0)
            at--;
        return at;
    }

    private static double Crossing(ReadOnlySpan<double> samples, int before, double level) =>
        samples[before + 1] == samples[before] ? before : before + Math.Clamp((level - samples[before]) / (samples[before + 1] - samples[before]), 0, 1);
}
