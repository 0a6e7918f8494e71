namespace LabTest.Recording.Reports.Plots;

/// <summary>A line of a plot; NaN where it has a gap.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Values">Its values.</param>
internal sealed record PlotSeries(string Label, double[] Values)
{
    /// <summary>Where its points lie; null where the plot's positions are meant.</summary>
    public double[]? Positions { get; init; }

    /// <summary>Whether it is a limit rather than what was measured.</summary>
    public bool IsLimit { get; init; }
}
