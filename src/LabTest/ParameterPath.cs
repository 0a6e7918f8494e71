using System.Diagnostics.CodeAnalysis;

namespace LabTest;

/// <summary>
/// The name of a thing on a station: <c>alias.parameter</c> or <c>alias.channel.parameter</c>; an action is named the same way.
/// The one notation of code, YAML and the command line.
/// </summary>
/// <param name="Alias">The instrument, by the name the station gives it.</param>
/// <param name="Channel">The channel, by its alias or its id; none for what belongs to the whole instrument.</param>
/// <param name="Name">The parameter or action.</param>
public sealed record ParameterPath(string Alias, string? Channel, string Name)
{
    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">The text does not have two or three parts of letters, digits, <c>_</c> and <c>-</c>.</exception>
    public static ParameterPath Parse(string text) => TryParse(text, out var path)
        ? path
        : throw new FormatException($"'{text}' is not a path; write alias.parameter or alias.channel.parameter, as in psu.vdd.voltage");

    /// <summary>Reads a path, if the text is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ParameterPath? path)
    {
        path = null;
        var parts = text?.Split('.') ?? [];
        if (parts.Length is not (2 or 3) || !Array.TrueForAll(parts, IsName))
            return false;
        path = new ParameterPath(parts[0], parts.Length == 3 ? parts[1] : null, parts[^1]);
        return true;
    }

    /// <summary>The path as it is written.</summary>
    public override string ToString() => Channel is null ? $"{Alias}.{Name}" : $"{Alias}.{Channel}.{Name}";

    private static bool IsName(string part) => part.Length > 0 && part.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');
}
