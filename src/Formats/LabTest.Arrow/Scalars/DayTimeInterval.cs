namespace LabTest.Arrow.Scalars;

/// <summary>A calendar interval of days and milliseconds.</summary>
/// <param name="Days">The number of days.</param>
/// <param name="Milliseconds">The number of milliseconds besides.</param>
public readonly record struct DayTimeInterval(int Days, int Milliseconds);
