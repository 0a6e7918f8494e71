namespace LabTest.Data;

/// <summary>Evenly spaced places along a column, and what other columns are there.</summary>
internal sealed class EvenAxis
{
    // A place that rounding has put a few units in the last place too far still counts.
    private const double Tolerance = 1 + 1e-12;

    private readonly Column _axis;
    private readonly double _step;
    private readonly int _count;
    private readonly int[] _rows;
    private readonly double[] _places;

    private EvenAxis(Column axis, double step, int count, int[] rows, double[] places)
    {
        _axis = axis;
        _step = step;
        _count = count;
        _rows = rows;
        _places = places;
    }

    /// <summary>The places from the minimum of a column to its maximum.</summary>
    public static EvenAxis Of(Column axis, Quantity interval, int mostRows)
    {
        if (!axis.IsNumeric && axis is not TimeColumn)
            throw new ArgumentException($"Nothing can be resampled on '{axis.Name}': it holds {axis.Content}. Name a column of numbers or times.", nameof(axis));
        var step = axis.DifferenceOf(interval);
        var rows = Enumerable.Range(0, axis.Length).ToArray();
        if (rows.Length == 0 || !(step > 0))
            throw new ArgumentException($"Resampling on '{axis.Name}' needs rows and an interval above zero; there are {(rows.Length == 0 ? "no" : rows.Length)} rows and the interval is {interval}.", nameof(interval));
        RequirePlaces(axis);

        axis.Order(rows, descending: false);
        var places = Array.ConvertAll(rows, row => Distance(axis, rows[0], row));
        var count = Math.Floor(places[^1] / step * Tolerance) + 1;
        if (count > mostRows)
            throw new ArgumentException($"Resampling '{axis.Name}' every {interval} would give {count:0} rows; choose a longer interval.", nameof(interval));
        return new EvenAxis(axis, step, (int)count, rows, places);
    }

    /// <summary>The places themselves.</summary>
    public Column ToColumn() => _axis is TimeColumn times
        ? new TimeColumn(_axis.Name, Each(i => times.Values.Span[_rows[0]] + (long)Math.Round(i * _step * 1e9)))
        : new NumberColumn<double>(_axis.Name, Each(i => _axis.Number(_rows[0]) + i * _step), _axis.Unit);

    /// <summary>What a column is at the places.</summary>
    public Column Resample(Column column, Resampling how)
    {
        // What was not measured is between its neighbours; what has no valid value may have been anything, and so may what is computed from it.
        var rows = Enumerable.Range(0, _rows.Length).Where(i => !column.IsNull(_rows[i])).ToArray();
        var origin = rows.Length == 0 ? 0 : _rows[rows[0]];
        var places = Array.ConvertAll(rows, i => _places[i]);
        var values = Array.ConvertAll(rows, i => column is TimeColumn ? Distance(column, origin, _rows[i]) : column.IsValid(_rows[i]) ? column.Number(_rows[i]) : double.NaN);
        var found = Array.ConvertAll(how == Resampling.Mean ? Mean(places, values) : Interpolate(places, values), static value => value is { } number && double.IsNaN(number) ? null : value);
        var validity = Array.TrueForAll(found, value => value is not null) ? default(ReadOnlyMemory<byte>) : Bitmap.From([.. found.Select(value => value is not null)]);
        return column is TimeColumn times
            ? new TimeColumn(column.Name, Each(i => times.Values.Span[origin] + (long)Math.Round((found[i] ?? 0) * 1e9)), validity)
            : new NumberColumn<double>(column.Name, Each(i => found[i] ?? 0), column.Unit, validity);
    }

    // What was measured at an unknown place may belong between any two, and would be lost without a word.
    private static void RequirePlaces(Column axis)
    {
        var unknown = Enumerable.Range(0, axis.Length).Where(row => !axis.IsValid(row)).ToArray();
        if (unknown.Length == 0)
            return;
        var (more, belong) = unknown.Length == 1 ? ("", "it belongs. Leave it") : ($" and {unknown.Length - 1} more", "they belong. Leave them");
        throw new ArgumentException(
            $"'{axis.Name}' has no valid value in row {unknown[0]}{more}, so nobody knows between which places {belong} out on purpose, as in Valid(\"{axis.Name}\").Resample(\"{axis.Name}\", …).", nameof(axis));
    }

    private double?[] Mean(double[] places, double[] values)
    {
        var sums = new double[_count];
        var counts = new int[_count];
        for (var i = 0; i < places.Length; i++)
        {
            var place = Math.Min((int)(places[i] / _step * Tolerance), _count - 1);
            sums[place] += values[i];
            counts[place]++;
        }

        return Each(i => counts[i] == 0 ? null : (double?)(sums[i] / counts[i]));
    }

    private double?[] Interpolate(double[] places, double[] values)
    {
        var last = Merge(places, values) - 1;
        if (last < 0)
            return new double?[_count];

        var left = 0;
        return Each(i =>
        {
            var place = i * _step;
            if (place > places[last] && place <= places[last] * Tolerance)
                place = places[last];
            if (place < places[0] || place > places[last])
                return (double?)null;
            while (left < last && places[left + 1] <= place)
                left++;
            if (place <= places[left])
                return values[left];
            return values[left] + (values[left + 1] - values[left]) * ((place - places[left]) / (places[left + 1] - places[left]));
        });
    }

    /// <summary>Joins values at the same place to their mean, at the front of the arrays, and gives how many are left.</summary>
    private static int Merge(double[] places, double[] values)
    {
        var count = 0;
        for (var first = 0; first < places.Length;)
        {
            var end = first;
            var sum = 0.0;
            while (end < places.Length && places[end] == places[first])
                sum += values[end++];
            (places[count], values[count++]) = (places[first], sum / (end - first));
            first = end;
        }

        return count;
    }

    /// <summary>How far a row lies behind another: exact between times, which as numbers are too large for their nanoseconds.</summary>
    private static double Distance(Column column, int from, int to) => column is TimeColumn times
        ? (times.Values.Span[to] - times.Values.Span[from]) / 1e9
        : column.Number(to) - column.Number(from);

    private T[] Each<T>(Func<int, T> of)
    {
        var all = new T[_count];
        for (var i = 0; i < all.Length; i++)
            all[i] = of(i);
        return all;
    }
}
