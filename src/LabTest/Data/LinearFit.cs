namespace LabTest.Data;

/// <summary>A straight line through measured points, by least squares.</summary>
/// <param name="Slope">How much y changes with x.</param>
/// <param name="Intercept">y where x is zero.</param>
/// <param name="RSquared">The share of the variance of y that the line explains, from 0 to 1; NaN where y does not vary.</param>
/// <param name="SlopeError">The standard error of the slope; none from two points.</param>
public sealed record LinearFit(Quantity Slope, Quantity Intercept, double RSquared, Quantity? SlopeError);
