namespace LabTest.Data;

/// <summary>Which rows of two tables belong together.</summary>
/// <param name="Left">Rows of the left table, rising.</param>
/// <param name="Right">The row of the right table for each; -1 where there is none.</param>
internal sealed record JoinedRows(int[] Left, int[] Right)
{
    /// <summary>Matches rows by the values of two columns. What is missing or not a valid value matches nothing.</summary>
    /// <exception cref="ArgumentException">The columns hold different things.</exception>
    /// <exception cref="UnitMismatchException">Their units do not go together.</exception>
    public static JoinedRows Of(Column left, Column right, bool keepAll) => (left, right) switch
    {
        (TextColumn l, TextColumn r) => Match(left, right, i => l[i], i => r[i], keepAll),
        (TimeColumn l, TimeColumn r) => Match(left, right, i => l.Values.Span[i], i => r.Values.Span[i], keepAll),
        (FlagColumn l, FlagColumn r) => Match(left, right, i => l[i], i => r[i], keepAll),
        ({ IsNumeric: true }, { IsNumeric: true }) => MatchNumbers(left, right, keepAll),
        _ => throw new ArgumentException(
            $"The tables cannot be joined on '{left.Name}': on the left it holds {left.Content}, on the right {right.Content}. Make both the same first.", nameof(right)),
    };

    private static JoinedRows MatchNumbers(Column left, Column right, bool keepAll)
    {
        if (left.Unit == right.Unit && left.HoldsIntegers && right.HoldsIntegers)
            return Match(left, right, left.Integer, right.Integer, keepAll);
        var same = left.Unit == right.Unit ? right : right.To(left.Unit);
        return Match(left, same, left.Number, same.Number, keepAll);
    }

    private static JoinedRows Match<TKey>(Column left, Column right, Func<int, TKey> leftKey, Func<int, TKey> rightKey, bool keepAll)
        where TKey : notnull
    {
        // The rows of a key are a chain: the first is in the dictionary, each knows the next.
        var first = new Dictionary<TKey, int>();
        var next = new int[right.Length];
        for (var row = right.Length - 1; row >= 0; row--)
        {
            if (!right.IsValid(row))
                continue;
            var key = rightKey(row);
            next[row] = first.TryGetValue(key, out var following) ? following : -1;
            first[key] = row;
        }

        List<int> leftRows = [], rightRows = [];
        for (var row = 0; row < left.Length; row++)
        {
            var match = left.IsValid(row) && first.TryGetValue(leftKey(row), out var found) ? found : -1;
            if (match < 0 && !keepAll)
                continue;
            do
            {
                leftRows.Add(row);
                rightRows.Add(match);
                match = match < 0 ? -1 : next[match];
            }
            while (match >= 0);
        }

        return new JoinedRows([.. leftRows], [.. rightRows]);
    }
}
