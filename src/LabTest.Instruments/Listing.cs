namespace LabTest.Instruments;

/// <summary>Names in a message that says what there is.</summary>
internal static class Listing
{
    private const int MostNames = 40;

    /// <summary>The names with commas between them, not more than a message can hold; <c>none</c> where there are none.</summary>
    public static string Of(IEnumerable<string> names)
    {
        var all = names as IReadOnlyCollection<string> ?? [.. names];
        var list = string.Join(", ", all.Take(MostNames));
        return all.Count > MostNames ? $"{list} and {all.Count - MostNames} more" : list.Length > 0 ? list : "none";
    }
}
