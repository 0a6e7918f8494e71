namespace LabTest.Instruments;

/// <summary>Names in a message that says what there is.</summary>
internal static class Listing
{
    /// <summary>The names with commas between them; <c>none</c> where there are none.</summary>
    public static string Of(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "none";
}
