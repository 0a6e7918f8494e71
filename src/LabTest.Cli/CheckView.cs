using LabTest.Instruments.Checking;
using LabTest.Recording.Terminal;

namespace LabTest.Cli;

/// <summary>Shows what a check found.</summary>
internal sealed class CheckView(Screen screen)
{
    /// <summary>Says what a file describes.</summary>
    public void Explain(FileReport report)
    {
        if (report.Profile is { } profile)
            Explain(profile);
        if (report.Station is { } station)
            Explain(station);
    }

    /// <summary>Says what is wrong, and what was tried.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="quiet">Whether only what is wrong is said.</param>
    public void Results(FileReport report, bool quiet)
    {
        foreach (var problem in report.Problems)
            screen.Line($"[red]✗[/] {problem.ToString()}");
        foreach (var warning in report.Warnings)
            screen.Line($"[yellow]warning[/] {warning.ToString()}");
        foreach (var check in report.SelfChecks.Where(c => !quiet || !c.Passed))
        {
            var mark = check.Passed ? ScreenMarkup.Of($"[green]✓[/]") : ScreenMarkup.Of($"[red]✗[/]");
            screen.Line($"{mark} [bold]{check.Name}[/] on its own simulator: {Tried(check)}");
            foreach (var problem in check.Problems)
                screen.Line($"  [red]{problem.Path}[/]: {problem.Message}");
        }
    }

    private void Explain(ProfileSummary profile)
    {
        screen.Line($"[bold]{profile.Id}[/]  {profile.Name}");
        Fact("class", profile.Class);
        Fact("identity", profile.Identity);
        Fact("channels", string.Join(", ", profile.Channels));
        foreach (var (name, roles) in profile.Capabilities)
            Fact(name, roles);
        var table = new ScreenTable(
            new ScreenColumn("parameter") { Least = 24 }, new ScreenColumn("kind") { Drop = 2 }, new ScreenColumn("unit") { Drop = 1 }, new ScreenColumn("values") { MayWrap = true }, new ScreenColumn("command") { MayWrap = true, Drop = 3 });
        foreach (var parameter in profile.Parameters)
        {
            table.Add(
                $"{(parameter.IsChannel && profile.Channels.Count > 0 ? $"<channel>.{parameter.Name}" : parameter.Name)}",
                $"{parameter.Kind.ToString().ToLowerInvariant()}{(parameter.HasAccuracy ? " ±" : "")}",
                $"{parameter.Unit}",
                $"{parameter.Values}",
                $"{parameter.Set ?? parameter.Get}");
        }

        screen.Table(table);
        foreach (var (name, description) in profile.Actions)
            Fact($"action {name}", description);
        Fact("safe state", profile.SafeState);
        Fact("faults", string.Join(", ", profile.Faults));
        Fact("ports", string.Join(", ", profile.Ports));
    }

    private void Explain(StationSummary station)
    {
        screen.Line($"[bold]{station.Name}[/]");
        var table = new ScreenTable(
            new ScreenColumn("alias") { Least = 16 },
            new ScreenColumn("profile") { Drop = 1 },
            new ScreenColumn("where") { MayWrap = true, Drop = 3 },
            new ScreenColumn("channels") { MayWrap = true, Drop = 4 },
            new ScreenColumn("bounds") { MayWrap = true },
            new ScreenColumn("set") { MayWrap = true, Drop = 2 },
            new ScreenColumn("calibration") { MayWrap = true, Drop = 5 });
        foreach (var instrument in station.Instruments)
        {
            table.Add(
                $"{instrument.Alias}",
                $"{instrument.Profile}",
                $"{instrument.Where}",
                $"{string.Join(", ", instrument.Channels)}",
                ScreenMarkup.Lines(instrument.Bounds),
                ScreenMarkup.Lines(instrument.Settings),
                $"{instrument.Calibration}");
        }

        screen.Table(table);
        Fact("wiring", [.. station.Wires]);
        Fact("DUT model", station.DutModel);
        Fact("safe state", string.Join(", ", station.SafeStates));
        foreach (var (alias, reason) in station.WithoutSign)
            screen.Line($"[yellow]safe state cannot be confirmed[/] {alias}: {reason}");
        Fact("conditions", string.Join(", ", station.Conditions));
    }

    private void Fact(string name, params string?[] lines)
    {
        if (lines.Any(static l => l is { Length: > 0 }))
            screen.Line($"[dim]{name}[/] {lines[0]}");
        foreach (var line in lines.Skip(1))
            screen.Line($"  {line}");
    }

    private static string Tried(SelfCheckReport check)
    {
        (int Count, string What)[] tried =
        [
            (check.Settings, "setting"), (check.Values, "value"), (check.Readings, "reading"), (check.Waveforms, "waveform"), (check.Actions, "action"),
        ];
        return string.Join(", ", tried.Where(t => t.Count > 0).Select(t => $"{t.Count} {t.What}{(t.Count == 1 ? "" : "s")}"));
    }
}
