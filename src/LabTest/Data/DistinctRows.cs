using System.Runtime.InteropServices;

namespace LabTest.Data;

/// <summary>Numbers the values of a column in the order they first appear; missing values are one value of their own.</summary>
internal static class DistinctRows
{
    public static int[] Number<TKey>(Column column, Func<int, TKey> key)
        where TKey : notnull
    {
        var numbers = new int[column.Length];
        var known = new Dictionary<TKey, int>();
        var missing = -1;
        for (var row = 0; row < numbers.Length; row++)
        {
            if (!column.IsNull(row))
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key(row), out var isKnown);
                if (!isKnown)
                    number = known.Count - (missing < 0 ? 1 : 0);
                numbers[row] = number;
            }
            else
            {
                numbers[row] = missing < 0 ? missing = known.Count : missing;
            }
        }

        return numbers;
    }
}
