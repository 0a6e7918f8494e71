using System.Text.RegularExpressions;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes a link from what a profile or a station gives.</summary>
internal static class LinkCompiler
{
    private const int MostRetries = 100;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    /// <summary>A link with what a specification gives over another.</summary>
    public static LinkModel Compile(LinkModel basis, LinkSpec? spec, IReadOnlyList<ActionStep>? onOpen, ICollection<ProfileProblem> problems)
    {
        if (spec is null)
            return basis;
        if (spec.Retry is { Times: < 0 or > MostRetries } retry)
            problems.Add(retry.MarkOf("times").Problem($"a query is repeated 0 to {MostRetries} times"));
        return basis with
        {
            Timeout = spec.Timeout is null ? basis.Timeout : Durations.Wait(spec.Timeout, spec.MarkOf("timeout"), problems, mayBeZero: false),
            WriteTerminator = spec.Terminator?.Write ?? basis.WriteTerminator,
            ReadTerminator = spec.Terminator?.Read ?? basis.ReadTerminator,
            Gap = spec.Gap is null ? basis.Gap : Durations.Wait(spec.Gap, spec.MarkOf("gap"), problems),
            Retries = spec.Retry?.Times ?? basis.Retries,
            RetryOn = spec.Retry?.On ?? basis.RetryOn,
            OnOpen = onOpen ?? basis.OnOpen,
            Reply = spec.Reply is null ? basis.Reply : Reply(spec.Reply, problems),
            Status = spec.Status is null ? basis.Status : Expression(spec.Status.Line, spec.Status.MarkOf("line"), problems),
            Resync = spec.Resync is null ? basis.Resync : Resync(spec.Resync, problems),
            Quiet = spec.Quiet is null ? basis.Quiet : Durations.Wait(spec.Quiet, spec.MarkOf("quiet"), problems, mayBeZero: false),
            ConfirmsQueries = spec.ConfirmQueries ?? basis.ConfirmsQueries,
            Slowest = spec.Slowest is null ? basis.Slowest : Rate(spec.Slowest, problems),
        };
    }

    /// <summary>What a command is answered with.</summary>
    public static ReplyModel Reply(ReplySpec spec, ICollection<ProfileProblem> problems) => spec.Kind switch
    {
        ReplyKind.Match => new ReplyModel(spec.Kind, Match: Expression(spec.Text!, spec.Mark, problems)),
        ReplyKind.Prompt => new ReplyModel(spec.Kind, Prompt: spec.Text),
        _ => new ReplyModel(spec.Kind),
    };

    private static IdentityModel? Resync(ResyncSpec spec, ICollection<ProfileProblem> problems)
    {
        if (spec.Query.Length == 0 || spec.Query.Any(char.IsControl))
            problems.Add(spec.MarkOf("query").Problem("a query is one line, as in *IDN?"));
        return Expression(spec.Match, spec.MarkOf("match"), problems) is { } match ? new IdentityModel(spec.Query, match) : null;
    }

    private static long Rate(ByteCountSpec spec, ICollection<ProfileProblem> problems)
    {
        if (!spec.IsRate)
            problems.Add(spec.Mark.Problem("a rate is wanted here, as in 100 kB/s"));
        return spec.Bytes;
    }

    private static Regex? Expression(string pattern, YamlMark mark, ICollection<ProfileProblem> problems)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, MostTime);
        }
        catch (ArgumentException e)
        {
            problems.Add(mark.Problem($"'{pattern}' is no regular expression: {e.Message}"));
            return null;
        }
    }
}
