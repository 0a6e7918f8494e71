namespace LabTest.Recording.Reports.Plots;

/// <summary>Where values are allowed, in the unit of the axis; an end that is not given is open.</summary>
internal sealed record PlotBand(double? Lower, double? Upper, string Text);
