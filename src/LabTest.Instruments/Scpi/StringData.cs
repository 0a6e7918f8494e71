namespace LabTest.Instruments.Scpi;

/// <summary>Texts between quotes, in which a quote is doubled (IEEE 488.2, sections 7.7.5 and 8.7.8).</summary>
internal static class StringData
{
    public static string Quote(string text) => $"\"{text.Replace("\"", "\"\"")}\"";

    /// <summary>The text between quotes of either kind; what stands without quotes stays as it is.</summary>
    public static string Unquote(string text) =>
        text.Length >= 2 && text[0] == text[^1] && text[0] is '"' or '\'' ? text[1..^1].Replace($"{text[0]}{text[0]}", $"{text[0]}") : text;
}
