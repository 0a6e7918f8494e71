namespace LabTest.Recording.Reports.Plots;

/// <summary>A plot: lines over one axis, and the band they should stay in.</summary>
internal sealed record Plot
{
    public required string Title { get; init; }

    /// <summary>What it shows, in a few words.</summary>
    public string Note { get; init; } = "";

    public required PlotAxis X { get; init; }

    public required PlotAxis Y { get; init; }

    /// <summary>Where the points lie on the axis, in its unit.</summary>
    public required double[] Positions { get; init; }

    public required IReadOnlyList<PlotSeries> Series { get; init; }

    public PlotBand? Band { get; init; }

    /// <summary>Whether every point was measured on its own, and is marked.</summary>
    public bool HasPoints { get; init; }

    /// <summary>Plots with the same group move their cursors together.</summary>
    public string? Group { get; init; }

    /// <summary>In words, for who cannot see it.</summary>
    public string Description
    {
        get
        {
            var values = Series.SelectMany(s => s.Values).Where(double.IsFinite).DefaultIfEmpty(double.NaN).ToArray();
            var band = Band is null ? "" : $" Limit: {Band.Text}.";
            return $"{Title}: {string.Join(", ", Series.Select(s => s.Label))} over {X.Title}, from {Text(X.From, X.Unit)} to {Text(X.To, X.Unit)}. "
                + $"Values from {Text(values.Min(), Y.Unit)} to {Text(values.Max(), Y.Unit)}.{band}";
        }
    }

    private static string Text(double value, Unit unit) => new Quantity(value, unit).ToString("E5", null);
}
