using System.CommandLine;
using LabTest.Cli.Json;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest show</c>: the verdict table of a run.</summary>
internal static class ShowCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var run = new RunArgument();
        var command = new Command("show", "Show the verdicts and measurements of a run, the newest by default.");
        run.AddTo(command, surroundings);
        var json = JsonOption.Make();
        command.Options.Add(json);
        command.SetAction(line =>
        {
            var folder = run.Find(line, surroundings);
            var summary = RunSummary.Read(folder);
            if (line.GetValue(json))
                surroundings.Out.Json(ShowDocument.Of(folder, summary, surroundings.Time.GetUtcNow()), CliJson.Default.ShowDocument);
            else
                RunView.Show(surroundings.Out, folder, summary, surroundings.Time, isWhole: true);
            return summary.JournalProblems.Count == 0 ? ExitCodes.Success : ExitCodes.NotGood;
        });
        return command;
    }
}
