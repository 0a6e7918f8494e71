using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Spectre.Console;

namespace LabTest.Recording.Terminal;

/// <summary>
/// Markup for a terminal from an interpolated string: what stands between the holes is Spectre's markup, and every text in a hole is shown as it is, in one
/// line, without characters that command a terminal.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct ScreenMarkup
{
    private readonly StringBuilder _markup;

    public ScreenMarkup(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + 16 * formattedCount);

    private ScreenMarkup(string markup) => _markup = new StringBuilder(markup);

    /// <summary>Nothing.</summary>
    public static ScreenMarkup None { get; } = new("");

    /// <summary>Markup, where the compiler would take a string.</summary>
    public static ScreenMarkup Of(ScreenMarkup markup) => markup;

    /// <summary>A text as it is.</summary>
    public static ScreenMarkup Text(string? text) => new(Markup.Escape(PrintableText.OneLine(text ?? "")));

    /// <summary>Texts, a line each.</summary>
    public static ScreenMarkup Lines(IEnumerable<string> lines) => new(string.Join('\n', lines.Select(l => Markup.Escape(PrintableText.OneLine(l)))));

    /// <summary>Several with a text between them.</summary>
    public static ScreenMarkup Join(string between, IEnumerable<ScreenMarkup> parts) => new(string.Join(Markup.Escape(between), parts.Select(p => p.ToString())));

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(string? text) => _markup.Append(Markup.Escape(PrintableText.OneLine(text ?? "")));

    public void AppendFormatted(ScreenMarkup markup) => _markup.Append(markup);

    public void AppendFormatted(int number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The markup.</summary>
    public override string ToString() => _markup?.ToString() ?? "";
}
