namespace LabTest.Recording;

/// <summary>Values between two ends.</summary>
internal static class Spacing
{
    /// <summary>Values at even distances, both ends included, in the unit of the first.</summary>
    public static Quantity[] Linear(Quantity from, Quantity to, int points)
    {
        var end = to.In(from.Unit);
        var values = new Quantity[points];
        for (var i = 0; i < points; i++)
        {
            // 0.1 · 3 is not 0.3; twelve digits are more than any instrument sets.
            var value = points == 1 ? from.Value : from.Value + (end - from.Value) * i / (points - 1);
            values[i] = new Quantity(double.Parse(value.ToString("G12")), from.Unit);
        }

        return values;
    }
}
