namespace LabTest.Recording.Reports.Plots;

/// <summary>How the places of an axis are spaced.</summary>
internal static class AxisSpacing
{
    private const int LeastPlaces = 3;
    private const double LeastSpan = 8;

    // 1, 2, 5, 10 is spaced by ratio as people round it.
    private const double MostUneven = 1.9;
    private const double LeastUnevenDifferences = 3;

    /// <summary>Whether places follow each other by ratio rather than by difference, so that a logarithmic axis shows them apart.</summary>
    public static bool IsLogarithmic(IEnumerable<double> positions)
    {
        var places = positions.Where(double.IsFinite).Distinct().Order().ToArray();
        if (places.Length < LeastPlaces || places[0] <= 0 || places[^1] / places[0] is < LeastSpan or double.PositiveInfinity)
            return false;
        var ratios = places.Zip(places.Skip(1), static (a, b) => Math.Log(b / a)).ToArray();
        var steps = places.Zip(places.Skip(1), static (a, b) => b - a).ToArray();
        return ratios.Max() <= MostUneven * ratios.Min() && steps.Max() >= LeastUnevenDifferences * steps.Min();
    }
}
