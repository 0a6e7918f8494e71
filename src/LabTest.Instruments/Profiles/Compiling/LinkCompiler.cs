using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes a link from what a profile or a station gives.</summary>
internal static class LinkCompiler
{
    private const int MostRetries = 100;

    /// <summary>A link with what a specification gives over another.</summary>
    public static LinkModel Compile(LinkModel basis, LinkSpec? spec, IReadOnlyList<Step>? onOpen, ICollection<ProfileProblem> problems)
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
        };
    }
}
