namespace LabTest.Bench;

/// <summary>The rates of one row: medians, and the spread from least to most.</summary>
internal sealed record Outcome(Row Row, double[] Ours, double[] Peer)
{
    public double Ratio => Median(Ours) / Median(Peer);

    public static string Describe(double[] rates) => $"{Number(Median(rates))} ({Number(rates.Min())} … {Number(rates.Max())})";

    public static double Median(double[] rates)
    {
        var sorted = rates.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Number(double rate) => rate is > 0 and < 10 ? $"{rate:0.000}" : rate >= 1e6 ? $"{rate / 1e6:0.00} M" : rate >= 1e4 ? $"{rate / 1e3:0.0} k" : $"{rate:0.##}";
}
