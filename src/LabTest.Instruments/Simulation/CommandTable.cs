using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>The commands that an instrument knows, found by any legal form of their headers.</summary>
internal sealed class CommandTable
{
    private readonly Dictionary<string, List<Entry>> _byHeader = new(StringComparer.Ordinal);

    /// <summary>Adds a command and what it does with the texts in its holes. Of two that fit, the one added first is done.</summary>
    public void Add(CommandTemplate template, Func<IReadOnlyDictionary<string, string>, SimulatedAnswer?> perform)
    {
        foreach (var variant in template.Header.Variants())
        {
            foreach (var spelling in template.Header.Spellings(variant))
            {
                if (!_byHeader.TryGetValue(spelling, out var entries))
                    _byHeader[spelling] = entries = [];
                entries.Add(new Entry(template, variant, perform));
            }
        }
    }

    /// <summary>Finds the template that a command fits, and does what it stands for.</summary>
    /// <returns>The answer of a query; nothing for a command; or the error.</returns>
    public (SimulatedAnswer? Answer, ScpiError Error) Perform(ReceivedCommand command)
    {
        var (header, arguments) = (command.Header, command.Arguments);
        if (!command.IsWellFormed)
            return (null, ScpiError.Syntax);
        if (!_byHeader.TryGetValue(header.Spelling, out var entries))
            return (null, ScpiError.UndefinedHeader);
        var error = ScpiError.HeaderSuffix;
        foreach (var entry in entries)
        {
            if (!FitsSuffixes(entry.Variant, header.Suffixes))
                continue;
            if (entry.Template.Match(entry.Variant, header.Suffixes, arguments) is { } captured)
                return (entry.Perform(captured), ScpiError.None);

            // Of several reasons the one of the command with as many arguments.
            var wanted = entry.Template.Arguments.Count;
            if (error != ScpiError.IllegalParameterValue)
                error = arguments.Count > wanted ? ScpiError.ParameterNotAllowed : arguments.Count < wanted ? ScpiError.MissingParameter : ScpiError.IllegalParameterValue;
        }

        return (null, error);
    }

    private static bool FitsSuffixes(HeaderNode[] variant, ReadOnlySpan<int> suffixes)
    {
        for (var i = 0; i < variant.Length; i++)
        {
            if (!variant[i].Takes(suffixes[i]))
                return false;
        }

        return true;
    }

    private sealed record Entry(
        CommandTemplate Template, HeaderNode[] Variant, Func<IReadOnlyDictionary<string, string>, SimulatedAnswer?> Perform);
}
