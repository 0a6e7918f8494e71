using System.Buffers;
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
    // Control characters, and those that turn the direction of text: a name must read as it is.
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Append(127).Except(['\t', '\n', '\r']).Concat(Enumerable.Range(0x202A, 5)).Concat(Enumerable.Range(0x2066, 4)).Select(c => (char)c)]);

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes markup with escaped holes.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] Template template) => _ = template;

    /// <summary>Writes text that is markup already: a style sheet, a script, numbers as JSON.</summary>
    public void Trusted(string markup) => output.Write(markup);

    /// <summary>Writes text that may break after the marks that join names and paths.</summary>
    public void Breakable(string text)
    {
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
        if (!string.IsNullOrEmpty(text))
            Encoder.Encode(output, text.AsSpan().ContainsAny(Unseen) ? Visible(text) : text);
    }

    private static string Visible(string text) => string.Concat(text.Select(c => Unseen.Contains(c) ? '\uFFFD' : c));
}
