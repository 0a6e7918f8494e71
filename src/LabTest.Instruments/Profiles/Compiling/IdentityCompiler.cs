using System.Text.RegularExpressions;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes what a profile says of its instrument's identity.</summary>
internal sealed class IdentityCompiler(CompileContext context)
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    public IdentityModel? Compile()
    {
        var spec = context.Spec;
        if (spec.Idn is not null && spec.Identify is not null)
            context.Add(spec.MarkOf("idn"), "'idn' is short for 'identify'; give one of them");
        if (spec.Identify is { Query: null })
            return null;
        if (spec.Idn is null && spec.Identify is null)
            context.Warn(spec.MarkOf("id"), "the profile has no 'idn', so whatever answers *IDN? is taken for this instrument, and its model, serial number and firmware are not recorded; write what it answers, as in idn: '^ACME,(?<model>PS1),(?<serial>[^,]+),(?<firmware>.+)$', or identify: none if it does not answer");
        if (spec.Identify?.Query is { } given)
            CheckQuery(given);
        var (query, pattern, mark) = spec.Identify?.Query is { } own
            ? (own.Query, own.Match, own.MarkOf("match"))
            : ("*IDN?", spec.Idn ?? ".*", spec.MarkOf("idn"));
        try
        {
            return new IdentityModel(query, new Regex(pattern, RegexOptions.CultureInvariant, MostTime));
        }
        catch (ArgumentException e)
        {
            context.Add(mark, $"'{pattern}' is no regular expression: {e.Message}");
            return null;
        }
    }

    private void CheckQuery(IdentifyQuerySpec given)
    {
        if (context.Command(given.Query, given.MarkOf("query")) is { } query)
            context.CheckHoles(query, given.MarkOf("query"), isChannel: false);
    }
}
