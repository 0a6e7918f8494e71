using System.Globalization;
using System.Text.RegularExpressions;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>How an instrument's error queue is read.</summary>
internal sealed record ErrorPolicy(string Query, int Ok, IReadOnlyList<int> Ignore, ErrorCheck Check, ErrorReaction OnError)
{
    private const int MostCharacters = 255;
    private const string CodeGroup = "code";
    private const string MessageGroup = "message";

    private static readonly string[] EmptyMessages = ["no error", "no errors", "none", "ok"];

    /// <summary>Whether the profile says that there is an error queue.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The query as the manual prints it.</summary>
    public CommandTemplate? Command { get; init; }

    /// <summary>How an entry looks, with the groups <c>code</c> and <c>message</c>; null for SCPI's own form.</summary>
    public Regex? Entry { get; init; }

    /// <summary>Reads an entry. One without a code is that of an empty queue if its message says so, and else a device-specific error.</summary>
    public bool TryRead(string answer, out ScpiError error)
    {
        var isRead = TryParse(answer, out error);
        // An entry has at most 255 characters (SCPI-99, volume 2, chapter 21), and a message shows what it says without doing it.
        error = error with { Message = PrintableText.Exactly(error.Message ?? "", MostCharacters) };
        return isRead;
    }

    private bool TryParse(string answer, out ScpiError error)
    {
        if (Entry is null)
            return ScpiError.TryParse(answer, out error);
        error = default;
        if (Match(answer.Trim()) is not { Success: true } match)
            return false;
        var message = match.Groups[MessageGroup].Value.Trim(' ', '\t', '"', '\'');
        if (match.Groups[CodeGroup] is { Success: true, Length: > 0 } group)
        {
            if (!int.TryParse(group.Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code))
                return false;
            error = new ScpiError(code, message);
            return true;
        }

        error = new ScpiError(EmptyMessages.Contains(message.TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase) ? Ok : ScpiError.DeviceSpecific.Code, message);
        return match.Groups[MessageGroup].Success;
    }

    /// <summary>Writes an entry as the instrument does; null where none can be made that would be read as it.</summary>
    public string? Write(ScpiError error)
    {
        if (Entry is null)
            return error.ToString();
        var made = RegexSample.Make(Entry, (name, _) => name switch
        {
            CodeGroup => error.Code.ToString(CultureInfo.InvariantCulture),
            MessageGroup => error.Message,
            _ => null,
        });
        return Array.Find([made, error.ToString(), error.Message], text => TryRead(text, out var read) && (read.Code == error.Code || (read.Code != Ok && error.Code != Ok)));
    }

    private Match? Match(string answer)
    {
        try
        {
            return Entry!.Match(answer);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
