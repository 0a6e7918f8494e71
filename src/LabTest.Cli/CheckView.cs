using LabTest.Instruments.Checking;
using Spectre.Console;

namespace LabTest.Cli;

/// <summary>Shows what a check found.</summary>
internal sealed class CheckView(IAnsiConsole console)
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
            Line($"[red]✗[/] {Markup.Escape(problem.ToString())}");
        foreach (var warning in report.Warnings)
            Line($"[yellow]warning[/] {Markup.Escape(warning.ToString())}");
        foreach (var check in report.SelfChecks.Where(c => !quiet || !c.Passed))
        {
            Line($"{(check.Passed ? "[green]✓[/]" : "[red]✗[/]")} [bold]{Markup.Escape(check.Name)}[/] on its own simulator: {Tried(check)}");
            foreach (var problem in check.Problems)
                Line($"  [red]{Markup.Escape(problem.Path)}[/]: {Markup.Escape(problem.Message)}");
        }
    }

    private void Explain(ProfileSummary profile)
    {
        Line($"[bold]{Markup.Escape(profile.Id)}[/]  {Markup.Escape(profile.Name)}");
        Fact("class", profile.Class);
        Fact("identity", profile.Identity);
        Fact("channels", string.Join(", ", profile.Channels));
        foreach (var (name, roles) in profile.Capabilities)
            Fact(name, roles);
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(new TableColumn("parameter").NoWrap(), new TableColumn("kind").NoWrap(), new TableColumn("unit").NoWrap());
        table.AddColumns("values", "command");
        foreach (var parameter in profile.Parameters)
        {
            table.AddRow(
                Markup.Escape(parameter.IsChannel && profile.Channels.Count > 0 ? $"<channel>.{parameter.Name}" : parameter.Name),
                $"{parameter.Kind.ToString().ToLowerInvariant()}{(parameter.HasAccuracy ? " ±" : "")}",
                Markup.Escape(parameter.Unit),
                Markup.Escape(parameter.Values),
                Markup.Escape(parameter.Set ?? parameter.Get ?? ""));
        }

        console.Write(table);
        foreach (var (name, description) in profile.Actions)
            Fact($"action {name}", description);
        Fact("safe state", profile.HasSafeState ? "yes" : "none: nothing makes this instrument safe");
        Fact("faults", string.Join(", ", profile.Faults));
        Fact("ports", string.Join(", ", profile.Ports));
    }

    private void Explain(StationSummary station)
    {
        Line($"[bold]{Markup.Escape(station.Name)}[/]");
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(new TableColumn("alias").NoWrap(), new TableColumn("profile").NoWrap());
        table.AddColumns("where", "channels", "bounds", "set", "calibration");
        foreach (var instrument in station.Instruments)
        {
            table.AddRow(
                Markup.Escape(instrument.Alias),
                Markup.Escape(instrument.Profile),
                Markup.Escape(instrument.Where),
                Markup.Escape(string.Join(", ", instrument.Channels)),
                Markup.Escape(string.Join('\n', instrument.Bounds)),
                Markup.Escape(string.Join('\n', instrument.Settings)),
                Markup.Escape(instrument.Calibration));
        }

        console.Write(table);
        Fact("wiring", string.Join('\n', station.Wires));
        Fact("DUT model", station.DutModel);
        Fact("safe state", string.Join(", ", station.SafeStates));
        Fact("conditions", string.Join(", ", station.Conditions));
    }

    private void Fact(string name, string value)
    {
        if (value.Length > 0)
            Line($"[dim]{Markup.Escape(name)}[/] {Markup.Escape(value.Replace("\n", "\n  ", StringComparison.Ordinal))}");
    }

    private static string Tried(SelfCheckReport check)
    {
        (int Count, string What)[] tried =
        [
            (check.Settings, "setting"), (check.Values, "value"), (check.Readings, "reading"), (check.Waveforms, "waveform"), (check.Actions, "action"),
        ];
        return string.Join(", ", tried.Where(t => t.Count > 0).Select(t => $"{t.Count} {t.What}{(t.Count == 1 ? "" : "s")}"));
    }

    private void Line(string markup) => console.MarkupLine(markup);
}
