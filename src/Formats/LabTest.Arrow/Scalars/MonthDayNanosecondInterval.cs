namespace LabTest.Arrow.Scalars;

/// <summary>A calendar interval of months, days and nanoseconds.</summary>
/// <param name="Months">The number of months.</param>
/// <param name="Days">The number of days besides.</param>
/// <param name="Nanoseconds">The number of nanoseconds besides.</param>
public readonly record struct MonthDayNanosecondInterval(int Months, int Days, long Nanoseconds);
