using System.CommandLine;
using System.Globalization;
using LabTest.Recording;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;
using Spectre.Console;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest runs</c>: the runs that are kept, the newest first.</summary>
internal static class RunsCommand
{
    private const int Shown = 20;

    public static Command Make(Surroundings surroundings)
    {
        var runs = RunArgument.RunsOption();
        var limit = new Option<int>("--limit") { Description = "How many are listed; 0 lists all.", DefaultValueFactory = _ => Shown };
        var command = new Command("runs", "List the runs, the newest first.") { runs, limit };
        command.SetAction(line => Run(surroundings, line.GetValue(runs), line.GetValue(limit)));
        return command;
    }

    private static int Run(Surroundings surroundings, string? asked, int limit)
    {
        var folder = surroundings.RunsFolderOf(asked);
        var all = RunsFolder.Runs(folder).ToArray();
        if (all.Length == 0)
        {
            surroundings.Out.Profile.Out.Writer.WriteLine($"There are no runs in '{folder}'.");
            return ExitCodes.Success;
        }

        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(
            new TableColumn("run").NoWrap(), new TableColumn("verdict").NoWrap(), new TableColumn("project"), new TableColumn("DUT"),
            new TableColumn("tests").RightAligned(), new TableColumn("measurements").RightAligned(), new TableColumn("notes"));
        foreach (var path in limit > 0 ? all.Take(limit) : all)
            Add(table, new RunFolder(path), surroundings.Time.GetUtcNow());
        surroundings.Out.Write(table);
        if (limit > 0 && all.Length > limit)
            surroundings.Out.Profile.Out.Writer.WriteLine($"{all.Length - limit} more in '{folder}'; --limit 0 lists all.");
        return ExitCodes.Success;
    }

    private static void Add(Table table, RunFolder folder, DateTimeOffset now)
    {
        try
        {
            var summary = RunSummary.Read(folder);
            table.AddRow(
                Markup.Escape(RunsFolder.NameOf(folder.Path)),
                VerdictStyle.Markup(summary),
                Markup.Escape(summary.Started?.Project ?? ""),
                Markup.Escape(summary.Started?.Dut ?? ""),
                summary.Tests.Count.ToString(CultureInfo.InvariantCulture),
                summary.Measurements.ToString(CultureInfo.InvariantCulture),
                string.Join(", ", Notes(summary, now)));
        }
        catch (RecordingException e)
        {
            table.AddRow(Markup.Escape(RunsFolder.NameOf(folder.Path)), "[red]unreadable[/]", "", "", "", "", Markup.Escape(e.Message));
        }
    }

    private static IEnumerable<string> Notes(RunSummary summary, DateTimeOffset now)
    {
        if (summary.IsSimulated)
            yield return "[yellow]SIMULATED[/]";
        if (StateText.Of(summary, now) is { } state)
            yield return Markup.Escape(state);
        else if (summary.Finished?.Cause is { } cause)
            yield return $"stopped by {Markup.Escape(cause)}";
        else if (summary.Finished?.IsComplete == false)
            yield return "partial";
    }
}
