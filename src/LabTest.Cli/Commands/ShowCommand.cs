using System.CommandLine;
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
        run.AddTo(command);
        command.SetAction(line =>
        {
            var folder = run.Find(line, surroundings);
            RunView.Show(surroundings.Out, folder, RunSummary.Read(folder), surroundings.Time);
            return ExitCodes.Success;
        });
        return command;
    }
}
