namespace LabTest.Recording.Tables;

/// <summary>How a field is written that looks like a number in any country.</summary>
internal enum CsvNumberForm
{
    /// <summary>It does not look like a number.</summary>
    None,

    /// <summary>Without decimal sign and groups.</summary>
    Whole,

    /// <summary>With a sign that can only be the decimal sign: <c>0,5</c>.</summary>
    Decimal,

    /// <summary>With one sign that may be the decimal sign or separate thousands: <c>1,234</c>.</summary>
    Ambiguous,

    /// <summary>With groups of three digits: <c>1.234.567</c>, <c>1 234,5</c>.</summary>
    Grouped,
}
