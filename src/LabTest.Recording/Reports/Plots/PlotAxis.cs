namespace LabTest.Recording.Reports.Plots;

/// <summary>An axis of a plot: what it shows, in which unit, from where to where.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Unit">The unit the numbers are shown in.</param>
/// <param name="From">The least number.</param>
/// <param name="To">The most.</param>
/// <param name="IsLogarithmic">Whether equal ratios are equally long.</param>
internal sealed record PlotAxis(string Label, Unit Unit, double From, double To, bool IsLogarithmic = false)
{
    private const int MostDecades = 8;

    // Beyond these, widths and steps of an axis are no numbers any more.
    private const double Largest = 1e300;
    private const double Smallest = 1e-300;

    /// <summary>The label with its unit: <c>time (µs)</c>.</summary>
    public string Title => Unit.IsOne ? Label : Label.Length == 0 ? Unit.Symbol : $"{Label} ({Unit.Symbol})";

    /// <summary>A number as it can be drawn: a gap (NaN) for one that is not finite or near the end of what numbers can hold, as after a conversion; 0 for one that is next to nothing.</summary>
    public static double Drawn(double value) => !(Math.Abs(value) <= Largest) ? double.NaN : Math.Abs(value) < Smallest ? 0 : value;

    /// <summary>The unit with the prefix that suits numbers up to a magnitude.</summary>
    public static Unit Suited(Unit unit, double magnitude)
    {
        var text = new Quantity(double.IsFinite(magnitude) ? magnitude : 1, unit).ToString("E1", null);
        var space = text.IndexOf(' ');
        return space > 0 && Unit.TryParse(text[(space + 1)..], out var suited) && unit.ConvertsTo(suited) ? suited : unit;
    }

    /// <summary>The unit that suits a time of so many seconds: hours and minutes where it is long.</summary>
    public static Unit OfTime(double seconds) => seconds switch
    {
        >= 2 * 3600 => Unit.Parse("h"),
        >= 2 * 60 => Unit.Parse("min"),
        _ => Suited(Unit.Parse("s"), seconds),
    };

    /// <summary>Where a number lies, from 0 to 1.</summary>
    public double At(double value) => IsLogarithmic ? Math.Log(value / From) / Math.Log(To / From) : (value - From) / (To - From);

    /// <summary>Round numbers to mark, with as many decimals as they need.</summary>
    public IReadOnlyList<(double Value, string Text)> Ticks(int about) => IsLogarithmic ? Decades() : Even(about);

    private (double Value, string Text)[] Even(int about)
    {
        var rough = (To - From) / about;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 15);
        var first = Math.Ceiling(From / step - 1e-9);
        var count = Math.Min(50, (int)Math.Floor(To / step - first + 1e-9) + 1);
        return [.. Enumerable.Range(0, Math.Max(0, count)).Select(i => (first + i) * step).Select(v => (v, Text(v, decimals)))];
    }

    // 1, 10, 100; with 2 and 5 between them where there are few, not all where there are many.
    private (double Value, string Text)[] Decades()
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(From)), (int)Math.Ceiling(Math.Log10(To)));
        int[] marks = Math.Log10(To / From) <= 2.5 ? [1, 2, 5] : [1];
        var stride = (last - first) / MostDecades + 1;
        return [.. Enumerable.Range(first, last - first + 1)
            .Where(d => (d - first) % stride == 0)
            .SelectMany(d => marks.Select(m => m * Math.Pow(10, d)))
            .Where(v => v >= From * (1 - 1e-9) && v <= To * (1 + 1e-9))
            .Select(v => (v, Math.Round(v, 15).ToString("G4")))];
    }

    private static string Text(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals) + 0.0;
        return Math.Abs(rounded) is >= 1e7 ? rounded.ToString("G4") : rounded.ToString($"F{decimals}");
    }
}
