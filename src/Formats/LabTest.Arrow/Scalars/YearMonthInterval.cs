namespace LabTest.Arrow.Scalars;

/// <summary>A calendar interval of months.</summary>
/// <param name="Months">The number of months.</param>
public readonly record struct YearMonthInterval(int Months);
