namespace LabTest.Recording;

/// <summary>Quantities of time as .NET's.</summary>
internal static class Waits
{
    private static readonly Unit Second = Unit.Parse("s");

    /// <summary>A time; a bare number is seconds, nothing is zero.</summary>
    /// <exception cref="UnitMismatchException">It is no time.</exception>
    public static TimeSpan Of(Quantity? quantity) => quantity is not { } given
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(given.Unit.IsOne ? given.Value : given.In(Second));
}
