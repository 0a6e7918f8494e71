namespace LabTest.Instruments.Simulation;

/// <summary>
/// Noise as a pure function of what it is for and how often that was asked: the order of readings and threads does not matter, and the same
/// seed gives the same run.
/// </summary>
internal static class Noise
{
    /// <summary>The key of a source of noise.</summary>
    public static ulong Key(int seed, string alias, string? channel, string name)
    {
        // FNV-1a, 64 bits.
        var hash = 14695981039346656037UL;
        foreach (var part in (ReadOnlySpan<string>)[seed.ToString(), alias, channel ?? "", name])
        {
            foreach (var c in part)
                hash = (hash ^ c) * 1099511628211UL;
            hash = (hash ^ 0x1F) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>A value of the standard normal distribution (Box and Muller).</summary>
    public static double Gaussian(ulong key, ulong occurrence)
    {
        var first = Uniform(key, occurrence * 2);
        var second = Uniform(key, occurrence * 2 + 1);
        return Math.Sqrt(-2 * Math.Log(1 - first)) * Math.Cos(2 * Math.PI * second);
    }

    /// <summary>A value from 0 to below 1 (SplitMix64 of the counter).</summary>
    public static double Uniform(ulong key, ulong occurrence)
    {
        var z = key + (occurrence + 1) * 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
