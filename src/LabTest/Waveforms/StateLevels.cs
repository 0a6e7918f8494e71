namespace LabTest.Waveforms;

/// <summary>The two state levels of a waveform and the reference levels between them.</summary>
internal sealed record StateLevels(double Low, double High)
{
    private const int Bins = 256;

    public double Middle => At(0.5);

    /// <summary>The reference level at a share of the amplitude above the low state.</summary>
    public double At(double share) => Low + share * (High - Low);

    /// <summary>
    /// Bimodal histogram method: the range is halved, and the level of each half is the mean of the samples in its fullest bin and that
    /// bin's neighbours, so that the result is not bound to the width of a bin.
    /// </summary>
    public static StateLevels Of(ReadOnlySpan<double> samples)
    {
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (var sample in samples)
        {
            lowest = Math.Min(lowest, sample);
            highest = Math.Max(highest, sample);
        }

        // Without samples, or with one that is no number, there are no states.
        if (!double.IsFinite(highest - lowest))
            return new StateLevels(double.NaN, double.NaN);
        if (highest == lowest)
            return new StateLevels(lowest, highest);

        var counts = new int[Bins];
        var sums = new double[Bins];
        foreach (var sample in samples)
        {
            var bin = Math.Min(Bins - 1, (int)((sample - lowest) / (highest - lowest) * Bins));
            counts[bin]++;
            sums[bin] += sample;
        }

        return new StateLevels(Mode(counts, sums, 0, Bins / 2), Mode(counts, sums, Bins / 2, Bins));
    }

    private static double Mode(int[] counts, double[] sums, int from, int to)
    {
        var fullest = from;
        for (var bin = from; bin < to; bin++)
        {
            if (counts[bin] > counts[fullest])
                fullest = bin;
        }

        var first = Math.Max(from, fullest - 1);
        var end = Math.Min(to, fullest + 2);
        return sums[first..end].Sum() / counts[first..end].Sum();
    }
}
