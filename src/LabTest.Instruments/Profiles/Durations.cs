namespace LabTest.Instruments.Profiles;

/// <summary>Quantities of time as .NET's.</summary>
internal static class Durations
{
    private static readonly Unit Second = Unit.Parse("s");

    /// <summary>A time; a bare number is seconds, nothing is zero.</summary>
    /// <exception cref="UnitMismatchException">It is no time.</exception>
    public static TimeSpan Of(Quantity? quantity) => quantity is null
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(quantity.Value.Unit.IsOne ? quantity.Value.Value : quantity.Value.In(Second));
}
