using System.CommandLine;
using System.Globalization;
using LabTest.Cli.Json;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest runs</c>: the runs that are kept, the newest first.</summary>
internal static class RunsCommand
{
    private const int Shown = 20;
    private const int LongestCell = 60;

    public static Command Make(Surroundings surroundings)
    {
        var runs = RunArgument.RunsOption();
        var limit = new Option<int>("--limit") { Description = "How many are listed; 0 lists all.", DefaultValueFactory = _ => Shown };
        var json = JsonOption.Make();
        var command = new Command("runs", "List the runs, the newest first.") { runs, limit, json };
        command.SetAction(line => Run(surroundings, line.GetValue(runs), line.GetValue(limit), line.GetValue(json)));
        return command;
    }

    private static int Run(Surroundings surroundings, string? asked, int limit, bool json)
    {
        var folder = RunArgument.FolderOf(surroundings, asked);
        var all = RunsFolder.Runs(folder).ToArray();
        var items = (limit > 0 ? all.Take(limit) : all).Select(path => RunItem.Read(new RunFolder(path), surroundings.Time.GetUtcNow()));
        if (json)
            surroundings.Out.Json(new RunsDocument(folder, all.Length, [.. items]), CliJson.Default.RunsDocument);
        else if (all.Length == 0)
            surroundings.Out.Plain($"There are no runs in '{folder}'.");
        else
            Show(surroundings.Out, [.. items]);
        if (!json && limit > 0 && all.Length > limit)
            surroundings.Out.Plain($"{all.Length - limit} more in '{folder}'; --limit 0 lists all.");
        return ExitCodes.Success;
    }

    private static void Show(Screen screen, IReadOnlyList<RunItem> items)
    {
        var table = new ScreenTable(
            new ScreenColumn("run"),
            new ScreenColumn("verdict"),
            new ScreenColumn("start") { Drop = 5 },
            new ScreenColumn("duration") { IsNumber = true, Drop = 4 },
            new ScreenColumn("project") { Drop = 7 },
            new ScreenColumn("station") { Drop = 8 },
            new ScreenColumn("DUT") { Drop = 2 },
            new ScreenColumn("operator") { Drop = 6 },
            new ScreenColumn("tests") { IsNumber = true, Drop = 3 },
            new ScreenColumn("measurements") { IsNumber = true, Drop = 9 },
            new ScreenColumn("notes") { MayWrap = true, Drop = 1 });
        foreach (var item in items)
            Add(table, item);
        screen.Table(table);
    }

    private static void Add(ScreenTable table, RunItem item)
    {
        var verdict = item.State == RunState.Running ? VerdictStyle.Running : item.Verdict is { } known ? VerdictStyle.Markup(known) : ScreenMarkup.Of($"[red]unreadable[/]");
        table.Add(
            $"{item.Run}",
            verdict,
            $"{(Instant.TryParse(item.Start, out var start) ? Phrases.Time(start.UnixNanoseconds) : null)}",
            $"{(item.Duration is { } seconds ? Phrases.Duration(seconds) + (item.IsVirtual ? " virtual" : "") : null)}",
            $"{Short(item.Project)}",
            $"{Short(item.Station)}",
            $"{Short(item.Dut)}",
            $"{Short(item.Operator)}",
            $"{(item.Error is null ? item.Tests.ToString(CultureInfo.InvariantCulture) : null)}",
            $"{(item.Error is null ? item.Measurements.ToString(CultureInfo.InvariantCulture) : null)}",
            item.Error is { } error ? ScreenMarkup.Text(error) : RunNotes.Markup(item.Notes));
    }

    private static string Short(string? text) => PrintableText.OneLine(text ?? "", LongestCell);
}
