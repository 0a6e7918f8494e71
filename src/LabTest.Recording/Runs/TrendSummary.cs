namespace LabTest.Recording.Runs;

/// <summary>
/// What one test measured under one name, over time: how often, mean, spread, extremes, drift, and the line of it in at most a thousand places, each with the
/// least and the most that was measured there. It stays small however many values there are.
/// </summary>
/// <param name="unit">The unit of the values.</param>
internal sealed class TrendSummary(string unit)
{
    private const int MostPlaces = 1000;

    private readonly List<Place> _places = [];
    private long _atATime = 1;
    private long _start;
    private double _squares;
    private double _meanTime;
    private double _timeSquares;
    private double _products;

    public string Unit => unit;

    /// <summary>How many valid values there were.</summary>
    public long Count { get; private set; }

    /// <summary>How many were not a number.</summary>
    public long Invalid { get; private set; }

    public double Mean { get; private set; }

    public double Least { get; private set; } = double.NaN;

    public double Most { get; private set; } = double.NaN;

    /// <summary>The standard deviation of single values; NaN for fewer than two.</summary>
    public double Deviation => Count > 1 ? Math.Sqrt(Math.Max(0, _squares) / (Count - 1)) : double.NaN;

    /// <summary>From the first value to the last, in seconds.</summary>
    public double Seconds { get; private set; }

    /// <summary>By how much the line of best fit rises from the first value to the last; NaN where there is no time between them.</summary>
    public double Drift => Count > 2 && _timeSquares > 0 ? _products / _timeSquares * Seconds : double.NaN;

    /// <summary>Values in their order: their time in seconds since a point in time, and the value.</summary>
    public IEnumerable<(double Time, double Value)> Line(long since)
    {
        foreach (var place in _places)
        {
            yield return ((place.From - since) / 1e9, place.MostIsFirst ? place.Most : place.Least);
            if (place.Count > 1)
                yield return ((place.To - since) / 1e9, place.MostIsFirst ? place.Least : place.Most);
        }
    }

    /// <summary>Takes a value.</summary>
    /// <param name="time">When, in nanoseconds.</param>
    /// <param name="value">The value, in the unit.</param>
    public void Take(long time, double value)
    {
        if (!double.IsFinite(value))
        {
            Invalid++;
            return;
        }

        if (Count == 0)
            (_start, Least, Most) = (time, value, value);
        Count++;
        Seconds = Math.Max(Seconds, (time - _start) / 1e9);
        Least = Math.Min(Least, value);
        Most = Math.Max(Most, value);
        Fit((time - _start) / 1e9, value);
        Draw(time, value);
    }

    // Welford's way, for the mean, the spread and the line of best fit.
    private void Fit(double seconds, double value)
    {
        var (fromTime, fromMean) = (seconds - _meanTime, value - Mean);
        _meanTime += fromTime / Count;
        Mean += fromMean / Count;
        _squares += fromMean * (value - Mean);
        _timeSquares += fromTime * (seconds - _meanTime);
        _products += fromTime * (value - Mean);
    }

    private void Draw(long time, double value)
    {
        if (_places.Count > 0 && _places[^1] is var last && last.Count < _atATime)
        {
            _places[^1] = last.With(time, value);
            return;
        }

        if (_places.Count == MostPlaces)
        {
            for (var i = 0; i < MostPlaces / 2; i++)
                _places[i] = _places[2 * i].With(_places[2 * i + 1]);
            _places.RemoveRange(MostPlaces / 2, MostPlaces / 2);
            _atATime *= 2;
        }

        _places.Add(new Place(time, time, value, value, MostIsFirst: false, 1));
    }

    private readonly record struct Place(long From, long To, double Least, double Most, bool MostIsFirst, long Count)
    {
        public Place With(long time, double value) => With(new Place(time, time, value, value, MostIsFirst: false, 1));

        public Place With(Place next) => new(
            From,
            next.To,
            Math.Min(Least, next.Least),
            Math.Max(Most, next.Most),
            next.Least < Least == next.Most > Most ? MostIsFirst : next.Least < Least,
            Count + next.Count);
    }
}
