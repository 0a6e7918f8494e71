using System.Globalization;
using System.Text.Json.Nodes;
using LabTest.Data;

namespace LabTest.Recording.Tests.Tables;

/// <summary>
/// A table in a form that does not depend on who holds it: for each column its name, unit and values. Integers and times (nanoseconds) are texts,
/// floating-point numbers the sixteen hexadecimal digits of a double.
/// </summary>
internal static class CanonicalTable
{
    public static JsonArray Of(Table table) => new([.. table.Columns.Select(JsonNode (column) => new JsonObject
    {
        ["name"] = column.Name,
        ["unit"] = column is TimeColumn ? "" : column.Unit.Symbol,
        ["values"] = new JsonArray([.. Enumerable.Range(0, column.Length).Select(row => Of(column.Value(row)))]),
    })]);

    public static void ShouldBe(this JsonNode? actual, JsonNode? wanted) => actual!.ToJsonString().Should().Be(wanted!.ToJsonString());

    public static void ShouldBe(this Table actual, Table wanted)
    {
        Of(actual).ShouldBe(Of(wanted));
        actual.Name.Should().Be(wanted.Name);
        actual.Columns.Select(c => c.GetType()).Should().Equal(wanted.Columns.Select(c => c.GetType()));
    }

    private static JsonNode? Of(object? value) => value switch
    {
        null => null,
        bool flag => flag,
        string text => text,
        Instant time => time.UnixNanoseconds.ToString(CultureInfo.InvariantCulture),
        Half number => Bits((double)number),
        float number => Bits(number),
        double number => Bits(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Bits(double number) => double.IsNaN(number) ? "nan" : BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture);
}
