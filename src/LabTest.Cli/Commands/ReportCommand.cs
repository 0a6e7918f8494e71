using System.CommandLine;
using LabTest.Recording;
using LabTest.Recording.Runs;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest report</c>: makes the report of a run anew.</summary>
internal static class ReportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var run = new RunArgument();
        var command = new Command("report", "Make the report of a run anew, the newest by default, and print its path.");
        run.AddTo(command);
        command.SetAction(line =>
        {
            var folder = run.Find(line, surroundings);
            var summary = RunSummary.Read(folder);
            if (summary.Started is null)
                throw new RecordingException($"'{folder.Journal}' holds no run: its first line, which says what was run, is missing.");
            foreach (var failure in Derived.Write(folder, summary))
                throw failure;
            surroundings.Out.Plain(folder.Report);
            return ExitCodes.Success;
        });
        return command;
    }
}
