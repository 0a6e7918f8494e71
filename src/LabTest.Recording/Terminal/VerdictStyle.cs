using LabTest.Recording.Runs;

namespace LabTest.Recording.Terminal;

/// <summary>How verdicts look in a terminal.</summary>
internal static class VerdictStyle
{
    public const string Running = "[bold blue]Running[/]";

    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.NotSet => "not set",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    /// <summary>The verdict of a run, or that it is under way.</summary>
    public static string Markup(RunSummary run) => run.State == RunState.Running ? Running : Markup(run.Verdict);

    public static string Markup(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "[green]Pass[/]",
        Verdict.Recorded => "[blue]Recorded[/]",
        Verdict.Marginal => "[yellow]Marginal[/]",
        Verdict.Skipped => "[dim]Skipped[/]",
        Verdict.Inconclusive => "[yellow]Inconclusive[/]",
        Verdict.Fail => "[bold red]Fail[/]",
        Verdict.Aborted => "[bold red]Aborted[/]",
        Verdict.Error => "[bold red]Error[/]",
        _ => "[dim]not set[/]",
    };
}
