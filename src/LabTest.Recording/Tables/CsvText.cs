using System.Text;
using LabTest.Instruments.Yaml;

namespace LabTest.Recording.Tables;

/// <summary>The text of a CSV file: in the encoding that is given, that its mark names, or that its bytes can only be in.</summary>
/// <param name="Text">The text, without a mark.</param>
/// <param name="IsGuessed">The file is not UTF-8 and was taken for Latin-1.</param>
internal sealed record CsvText(string Text, bool IsGuessed)
{
    private const int MostBytes = 256 << 20;
    private const int MostLooked = 4096;
    private const int LongestRun = 2;

    public static CsvText Read(string file, Encoding? encoding)
    {
        var bytes = SourceFile.Bytes(file, MostBytes, "CSV");
        if (encoding is not null)
            return new(Strict(encoding, bytes), IsGuessed: false);
        if (Marked(bytes) is { } marked)
            return new(Strict(marked, bytes), IsGuessed: false);

        var looked = bytes.AsSpan(0, Math.Min(bytes.Length, MostLooked));
        if (looked.Length > 1 && looked.Count((byte)0) > looked.Length / 4)
            throw new RecordingException("it looks like UTF-16 without a byte order mark. Give CsvOptions.Encoding, such as Encoding.Unicode.");
        try
        {
            return new(Strict(new UTF8Encoding(), bytes), IsGuessed: false);
        }
        catch (RecordingException)
        {
            return IsPlausibleLatin(bytes)
                ? new(Encoding.Latin1.GetString(bytes), IsGuessed: true)
                : throw new RecordingException(
                    $"line {LineOf(bytes)} is not UTF-8, and which other encoding it is in cannot be told. Give CsvOptions.Encoding, such as CodePagesEncodingProvider.Instance.GetEncoding(1252).");
        }
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(),
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static string Strict(Encoding encoding, byte[] bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new RecordingException($"its bytes are not {encoding.WebName}: {e.Message} Give the right CsvOptions.Encoding.", e);
        }
    }

    /// <summary>
    /// Single signs such as µ, °, ² and the letters of Western Europe. 0x80 to 0x9F differ between Latin-1, Windows-1252, the code pages of DOS, Mac and
    /// Shift-JIS, and longer runs of high bytes are words in GBK, Cyrillic or Greek.
    /// </summary>
    private static bool IsPlausibleLatin(ReadOnlySpan<byte> bytes)
    {
        var run = 0;
        foreach (var b in bytes)
        {
            run = b < 0x80 ? 0 : run + 1;
            if (b is >= 0x80 and < 0xA0 || run > LongestRun)
                return false;
        }

        return true;
    }

    private static int LineOf(byte[] bytes)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var line = 1;
        for (var start = 0; start < bytes.Length; line++)
        {
            var end = bytes.AsSpan(start).IndexOf((byte)'\n') is >= 0 and var length ? start + length + 1 : bytes.Length;
            try
            {
                utf8.GetCharCount(bytes, start, end - start);
            }
            catch (DecoderFallbackException)
            {
                return line;
            }

            start = end;
        }

        return line;
    }
}
