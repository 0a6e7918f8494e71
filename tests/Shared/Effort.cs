using System.Collections.Concurrent;
using System.Globalization;

namespace LabTest.Testing;

/// <summary>
/// How often a test repeats kills, mutations and the like: a small count in <c>.ci/run</c>, the full one in <c>.ci/soak</c>, which runs the tests
/// with a trait <c>Soak</c>. Random input is new in each run; <c>LABTEST_FUZZ_SEED</c> repeats one.
/// </summary>
internal static class Effort
{
    private const string SeedVariable = "LABTEST_FUZZ_SEED";

    private static readonly ConcurrentDictionary<string, bool> Told = new(StringComparer.Ordinal);
    private static readonly bool Soak = Environment.GetEnvironmentVariable("LABTEST_SOAK") == "1";

    /// <summary>What all random input of this process is made from.</summary>
    public static int Seed { get; } = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given
        ? int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture)
        : System.Random.Shared.Next();

    /// <summary>How to get the same input again, for the message of a failure.</summary>
    public static string Again => string.Create(CultureInfo.InvariantCulture, $"{SeedVariable}={Seed}");

    /// <summary>The seed as FsCheck takes it.</summary>
    public static (ulong Seed, ulong Gamma) Replay
    {
        get
        {
            Tell();
            return ((ulong)Seed, 1);
        }
    }

    public static int Count(int run, int soak) => Soak ? soak : run;

    /// <summary>The random numbers of one round of a test: others in every round and with every seed.</summary>
    public static System.Random Random(int round)
    {
        Tell();
        return new(unchecked((int)((uint)Seed * 0x9E3779B1u ^ (uint)round * 0x85EBCA77u)));
    }

    /// <summary>Says in the test's output, which <c>.ci/soak</c> prints, what was done how often and with which seed.</summary>
    /// <param name="count">How often.</param>
    /// <param name="what">What was done, such as "damaged files".</param>
    public static void Report(long count, string what) =>
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"counted: {count} {what}, {Again}"));

    // Once for each test, so that a failure of any kind can be repeated.
    private static void Tell()
    {
        if (TestContext.Current is { Test.UniqueID: { } test, TestOutputHelper: { } output } && Told.TryAdd(test, value: true))
            output.WriteLine($"random input: {Again}");
    }
}
