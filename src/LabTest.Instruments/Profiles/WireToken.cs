using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>What is sent for an option: a keyword as the manual prints it (<c>POSitive</c>), or a text as it stands (<c>"VOLT:AC"</c>).</summary>
internal sealed record WireToken
{
    private readonly string[] _forms;

    public WireToken(string printed)
    {
        var isKeyword = printed.Length > 0 && printed.All(char.IsAsciiLetter);
        var mnemonic = Mnemonic.Parse(printed);
        Text = isKeyword ? mnemonic.Short : printed;
        _forms = isKeyword ? [.. mnemonic.Forms] : [Unquoted(printed)];
    }

    /// <summary>What is sent.</summary>
    public string Text { get; }

    /// <summary>Whether a received text means this: in either form, in any case, with quotes or without.</summary>
    public bool Matches(string received) => Array.Exists(_forms, f => string.Equals(f, Unquoted(received), StringComparison.OrdinalIgnoreCase));

    private static string Unquoted(string text) =>
        text.Length >= 2 && text[0] == text[^1] && text[0] is '"' or '\'' ? text[1..^1] : text;
}
