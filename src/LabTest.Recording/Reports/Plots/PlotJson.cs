using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LabTest.Recording.Reports.Plots;

/// <summary>The numbers of a plot as JSON inside a script element: the default encoder of .NET leaves no <c>&lt;</c> in it.</summary>
internal static class PlotJson
{
    /// <summary>How many styles of lines there are.</summary>
    public const int Styles = 12;

    public static string Text(Plot plot)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, plot);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Plot plot)
    {
        json.WriteStartObject();
        json.WriteString("label", plot.Description);
        WriteAxis(json, "x", plot.X);
        WriteAxis(json, "y", plot.Y);
        json.WriteBoolean("points", plot.HasPoints);
        if (plot.Group is { } group)
            json.WriteString("group", group);
        if (plot.Band?.Lower is { } lower)
            json.WriteNumber("lower", lower);
        if (plot.Band?.Upper is { } upper)
            json.WriteNumber("upper", upper);
        json.WriteStartArray("series");
        foreach (var series in plot.Series)
            json.WriteStringValue(series.Label);
        json.WriteEndArray();
        if (plot.Series.Any(static s => s.IsLimit))
            json.WriteNumber("limits", plot.Series.Count(static s => s.IsLimit));
        WriteData(json, plot);
        json.WriteEndObject();
    }

    // Lines with positions of their own are joined by the script.
    private static void WriteData(Utf8JsonWriter json, Plot plot)
    {
        var isJoined = plot.Series.Any(static s => s.Positions is not null);
        json.WriteStartArray(isJoined ? "tables" : "data");
        if (!isJoined)
            WriteNumbers(json, plot.Positions);
        foreach (var series in plot.Series)
        {
            if (isJoined)
            {
                json.WriteStartArray();
                WriteNumbers(json, series.Positions ?? plot.Positions);
            }

            WriteNumbers(json, series.Values);
            if (isJoined)
                json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteAxis(Utf8JsonWriter json, string name, PlotAxis axis)
    {
        json.WriteStartObject(name);
        json.WriteString("title", axis.Title);
        json.WriteString("unit", axis.Unit.Symbol);
        json.WriteNumber("from", axis.From);
        json.WriteNumber("to", axis.To);
        if (axis.IsLogarithmic)
            json.WriteBoolean("log", value: true);
        json.WriteEndObject();
    }

    // Seven digits are finer than a plot can show.
    private static void WriteNumbers(Utf8JsonWriter json, double[] numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
        {
            if (double.IsFinite(number))
                json.WriteRawValue(number.ToString("G7"), skipInputValidation: true);
            else
                json.WriteNullValue();
        }

        json.WriteEndArray();
    }
}
