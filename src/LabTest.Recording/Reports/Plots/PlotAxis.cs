namespace LabTest.Recording.Reports.Plots;

/// <summary>An axis of a plot: what it shows, in which unit, from where to where.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Unit">The unit the numbers are shown in.</param>
/// <param name="From">The least number.</param>
/// <param name="To">The most.</param>
internal sealed record PlotAxis(string Label, Unit Unit, double From, double To)
{
    /// <summary>The label with its unit: <c>time (µs)</c>.</summary>
    public string Title => Unit.IsOne ? Label : Label.Length == 0 ? Unit.Symbol : $"{Label} ({Unit.Symbol})";

    /// <summary>The unit with the prefix that suits numbers up to a magnitude.</summary>
    public static Unit Suited(Unit unit, double magnitude)
    {
        var text = new Quantity(double.IsFinite(magnitude) ? magnitude : 1, unit).ToString("E1", null);
        var space = text.IndexOf(' ');
        return space > 0 && Unit.TryParse(text[(space + 1)..], out var suited) && unit.ConvertsTo(suited) ? suited : unit;
    }

    /// <summary>Where a number lies, from 0 to 1.</summary>
    public double At(double value) => (value - From) / (To - From);

    /// <summary>Round numbers to mark, with as many decimals as they need.</summary>
    public IReadOnlyList<(double Value, string Text)> Ticks(int about)
    {
        var rough = (To - From) / about;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 15);
        var first = Math.Ceiling(From / step - 1e-9);
        var count = Math.Min(50, (int)Math.Floor(To / step - first + 1e-9) + 1);
        return [.. Enumerable.Range(0, Math.Max(0, count)).Select(i => (first + i) * step).Select(v => (v, Text(v, decimals)))];
    }

    private static string Text(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals) + 0.0;
        return Math.Abs(rounded) is >= 1e7 ? rounded.ToString("G4") : rounded.ToString($"F{decimals}");
    }
}
