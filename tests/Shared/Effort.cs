namespace LabTest.Testing;

/// <summary>How often a test repeats kills, mutations and the like: a small count in <c>.ci/run</c>, the full one in <c>.ci/soak</c>.</summary>
internal static class Effort
{
    private static readonly bool Soak = Environment.GetEnvironmentVariable("LABTEST_SOAK") == "1";

    public static int Count(int run, int soak) => Soak ? soak : run;
}
