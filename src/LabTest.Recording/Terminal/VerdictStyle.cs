using LabTest.Recording.Runs;

namespace LabTest.Recording.Terminal;

/// <summary>How verdicts look in a terminal.</summary>
internal static class VerdictStyle
{
    public static ScreenMarkup Running { get; } = ScreenMarkup.Of($"[bold blue]Running[/]");

    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.NotSet => "not set",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    /// <summary>The verdict of a run, or that it is under way.</summary>
    public static ScreenMarkup Markup(RunSummary run) => run.State == RunState.Running ? Running : Markup(run.Verdict);

    public static ScreenMarkup Markup(Verdict verdict) => verdict switch
    {
        Verdict.Pass => ScreenMarkup.Of($"[green]Pass[/]"),
        Verdict.Recorded => ScreenMarkup.Of($"[blue]Recorded[/]"),
        Verdict.Marginal => ScreenMarkup.Of($"[yellow]Marginal[/]"),
        Verdict.Skipped => ScreenMarkup.Of($"[dim]Skipped[/]"),
        Verdict.Inconclusive => ScreenMarkup.Of($"[yellow]Inconclusive[/]"),
        Verdict.Fail => ScreenMarkup.Of($"[bold red]Fail[/]"),
        Verdict.Aborted => ScreenMarkup.Of($"[bold red]Aborted[/]"),
        Verdict.Error => ScreenMarkup.Of($"[bold red]Error[/]"),
        _ => ScreenMarkup.Of($"[dim]not set[/]"),
    };
}
