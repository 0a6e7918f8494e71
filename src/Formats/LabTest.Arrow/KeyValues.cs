using System.Collections.ObjectModel;

namespace LabTest.Arrow;

/// <summary>The metadata of schemas and fields.</summary>
internal static class KeyValues
{
    /// <summary>A copy that nobody can change; the last of equal keys counts.</summary>
    public static IReadOnlyDictionary<string, string> Copy(IEnumerable<KeyValuePair<string, string>>? pairs)
    {
        if (pairs is null)
            return ReadOnlyDictionary<string, string>.Empty;

        Dictionary<string, string> copy = new(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
            copy[key] = value;
        return copy.Count == 0 ? ReadOnlyDictionary<string, string>.Empty : new ReadOnlyDictionary<string, string>(copy);
    }
}
