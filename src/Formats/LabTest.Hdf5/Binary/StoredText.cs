using System.Text;

namespace LabTest.Hdf5.Binary;

/// <summary>Checks names and paths before they are stored, where a NUL or nothing ends them.</summary>
internal static class StoredText
{
    /// <summary>The most bytes of a text whose length takes two bytes in the file.</summary>
    public const int Longest = 65_535;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Checks that a text may be stored.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="parameter">The parameter that it came by.</param>
    /// <param name="most">How many bytes it may take in UTF-8.</param>
    /// <returns>How many bytes it takes.</returns>
    public static int Check(string text, string what, string parameter, int most = int.MaxValue)
    {
        var length = Length(text, what, parameter);
        if (length == 0 || length > most)
            throw new ArgumentException($"{what} has {(most == int.MaxValue ? "at least 1 byte" : $"1 to {most} bytes")} in UTF-8; this one has {length}.", parameter);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException($"{what} cannot hold a NUL, which ends it in the file: {text.Replace("\0", "\\0", StringComparison.Ordinal)}.", parameter);
        return length;
    }

    private static int Length(string text, string what, string parameter)
    {
        try
        {
            return Strict.GetByteCount(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException($"{what} holds half of a surrogate pair at {e.Index}, which cannot be stored.", parameter, e);
        }
    }
}
