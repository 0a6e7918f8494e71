namespace LabTest.Recording.Reports.Plots;

/// <summary>A line of a plot; NaN where it has a gap.</summary>
internal sealed record PlotSeries(string Label, double[] Values);
