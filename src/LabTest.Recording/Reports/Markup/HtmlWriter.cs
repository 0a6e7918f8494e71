using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LabTest.Recording.Reports.Markup;

/// <summary>
/// Writes HTML from interpolated strings: what stands between the holes is markup, and every text in a hole is escaped, so that no name can become
/// markup. Nothing but an interpolated string is taken.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    // A page opens on a phone whatever an instrument answered: one text is cut here, and all of them further where together they are many.
    private const int LongestText = 4000;
    private const int LongestOfMany = 200;
    private const long Many = 2_000_000;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private long _written;

    /// <summary>Writes markup with escaped holes.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] Template template) => _ = template;

    /// <summary>Writes text that is markup already: a style sheet, a script, numbers as JSON.</summary>
    public void Trusted(string markup) => output.Write(markup);

    /// <summary>Writes text that may break after the marks that join names and paths.</summary>
    public void Breakable(string text)
    {
        text = Cut(text);
        var from = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (text[i] is not ('/' or '\\' or '_' or '.'))
                continue;
            Escape(text[from..(i + 1)]);
            Trusted("<wbr>");
            from = i + 1;
        }

        Escape(text[from..]);
    }

    /// <summary>What an interpolated string becomes.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template
    {
        private readonly HtmlWriter _writer;

        public Template(int literalLength, int formattedCount, HtmlWriter writer)
        {
            _ = literalLength + formattedCount;
            _writer = writer;
        }

        public void AppendLiteral(string markup) => _writer.Trusted(markup);

        public void AppendFormatted(string? text) => _writer.Escape(text);

        public void AppendFormatted<T>(T number, string? format = null)
            where T : struct, IFormattable => _writer.Escape(number.ToString(format, CultureInfo.InvariantCulture));

        public void AppendFormatted(Action<HtmlWriter> part) => part(_writer);
    }

    private void Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        var shown = Cut(text);
        _written += shown.Length;
        Encoder.Encode(output, PrintableText.Of(shown));
    }

    private string Cut(string text)
    {
        var most = _written < Many ? LongestText : LongestOfMany;
        return text.Length <= most ? text : $"{PrintableText.Cut(text, most)} ({text.Length:N0} characters; the whole is in events.jsonl)";
    }
}
