namespace LabTest.Data;

/// <summary>Orders rows by their keys; rows with equal keys stay in the order they had.</summary>
internal static class StableOrder
{
    /// <summary>Sorts both: the keys, and the rows they belong to, which rise at the start.</summary>
    public static void Sort<TKey>(TKey[] keys, int[] rows, bool descending)
        where TKey : IComparable<TKey>
    {
        Array.Sort(keys, rows);
        if (descending)
        {
            Array.Reverse(keys);
            Array.Reverse(rows);
        }

        // The sort of .NET is not stable, but fast on numbers: rows with one key are put in order afterwards.
        for (var first = 0; first < keys.Length;)
        {
            var end = first + 1;
            while (end < keys.Length && keys[end].CompareTo(keys[first]) == 0)
                end++;
            Array.Sort(rows, first, end - first);
            first = end;
        }
    }
}
