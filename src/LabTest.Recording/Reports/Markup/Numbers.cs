using System.Globalization;

namespace LabTest.Recording.Reports.Markup;

/// <summary>Quantities as a report shows them.</summary>
internal static class Numbers
{
    private const int MostDecimals = 9;

    /// <summary>Writes a quantity so that numbers end, and units begin, at one line of a column.</summary>
    public static void Write(HtmlWriter page, string quantity)
    {
        // From the least to the most of many, each with a unit of its own: two lines.
        if (quantity.IndexOf(" … ", StringComparison.Ordinal) is > 0 and var dots && quantity[..dots].Contains(' '))
        {
            var (least, itsUnit) = Split(quantity[..dots]);
            page.Write($"""<span class="n">{least}</span> <span class="u">{itsUnit} …</span><br>""");
            quantity = quantity[(dots + 3)..];
        }

        var (number, unit) = Split(quantity);
        page.Write($"""<span class="n">{number}</span> <span class="u">{unit}</span>""");
    }

    /// <summary>An expanded uncertainty, with two digits as the GUM advises.</summary>
    public static string Uncertainty(double value, Unit unit)
    {
        var rounded = double.Parse(value.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Difference(rounded, unit, "E3");
    }

    /// <summary>A difference of quantities of a unit; of temperatures it is in kelvin.</summary>
    public static string Difference(double value, Unit unit, string digits)
    {
        if (unit.Kind == UnitKind.Affine)
            (value, unit) = (unit.Factor.Apply(value), Unit.Parse("K"));
        return new Quantity(value, unit).ToString(digits, CultureInfo.InvariantCulture);
    }

    /// <summary>A quantity with zeros at its end down to the digits of its uncertainty: <c>3.30000 V</c> where that is 0.19 mV.</summary>
    public static string Padded(string quantity, Quantity? uncertainty)
    {
        var (number, symbol) = Split(quantity);
        if (uncertainty is not { Value: > 0 } known || symbol.Length == 0 || number.Contains('E') || number.Contains(' ')
            || !Unit.TryParse(symbol, out var unit) || unit.Kind == UnitKind.Affine || !known.Unit.ConvertsTo(unit))
            return quantity;
        var wanted = 1 - (int)Math.Floor(Math.Log10(known.In(unit)));
        var point = number.IndexOf('.');
        var has = point < 0 ? 0 : number.Length - point - 1;
        if (wanted <= has || wanted > MostDecimals)
            return quantity;
        return $"{(point < 0 ? number + "." : number)}{new string('0', wanted - has)} {symbol}";
    }

    private static (string Number, string Unit) Split(string quantity)
    {
        var space = quantity.LastIndexOf(' ');
        return space > 0 && (char.IsAsciiDigit(quantity[0]) || quantity[0] is '-') ? (quantity[..space], quantity[(space + 1)..]) : (quantity, "");
    }
}
