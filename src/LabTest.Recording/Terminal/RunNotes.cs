using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Terminal;

/// <summary>What is worth knowing of a run beside its verdict.</summary>
internal static class RunNotes
{
    public const string Simulated = "SIMULATED";

    private const string NotMadeSafe = "not made safe";
    private const int Longest = 200;

    /// <summary>The notes of a run, the gravest first.</summary>
    public static IEnumerable<string> Of(RunSummary summary)
    {
        if (summary.IsSimulated)
            yield return Simulated;
        if (summary.Started?.IsProduction == true)
            yield return "production";
        if (summary.State != RunState.Running && summary.Finished?.IsComplete != true)
            yield return "partial";
        if (summary.Finished?.Cause is { } cause)
            yield return summary.Verdict == Verdict.Aborted ? $"stopped: {cause}" : cause;
        if (summary.NotMadeSafe.Count > 0)
            yield return NotMadeSafe;
    }

    /// <summary>When a run began: local time with its offset.</summary>
    public static string? Start(RunSummary summary) => summary.Started is { } started ? Phrases.Time(started.Time) : null;

    /// <summary>How long it took by its clock, and whether that is virtual.</summary>
    public static string Duration(RunSummary summary) => summary.Started is null ? "" : Phrases.Duration(summary.Seconds) + (summary.IsVirtual ? " virtual" : "");

    /// <summary>Notes in a terminal.</summary>
    public static ScreenMarkup Markup(IEnumerable<string> notes) => ScreenMarkup.Join(", ", notes.Select(Styled));

    private static ScreenMarkup Styled(string note) => note switch
    {
        Simulated => ScreenMarkup.Of($"[yellow]SIMULATED[/]"),
        NotMadeSafe => ScreenMarkup.Of($"[bold red]not made safe[/]"),
        _ => ScreenMarkup.Text(PrintableText.OneLine(note, Longest)),
    };
}
