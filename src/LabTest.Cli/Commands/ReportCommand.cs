using System.CommandLine;
using LabTest.Recording;
using LabTest.Recording.Reports.Markdown;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest report</c>: rebuilds the report of a run, or prints it for CI.</summary>
internal static class ReportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var run = new RunArgument();
        var markdown = LabTestCommand.Flag("Print the run as Markdown instead, for the page of a CI.", "--markdown");
        var annotations = LabTestCommand.Flag("Print what is not good as workflow commands of GitHub Actions instead, which annotate the lines of tests.", "--annotations");
        var command = new Command("report", "Rebuild the report of a run, the newest by default, and print its path.") { markdown, annotations };
        run.AddTo(command, surroundings);
        command.SetAction(line =>
        {
            var folder = run.Find(line, surroundings);
            var summary = RunSummary.Read(folder);
            if (summary.Started is null)
                throw new RecordingException($"'{folder.Journal}' holds no run: its first line, which says what was run, is missing.");
            if (line.GetValue(markdown))
                surroundings.Out.Whole(MarkdownReport.Of(summary, GitHubActions.MostBytes));
            foreach (var annotation in line.GetValue(annotations) ? new GitHubActions(surroundings.Variable).Annotations(summary) : [])
                surroundings.Out.Plain(annotation);
            if (!line.GetValue(markdown) && !line.GetValue(annotations))
                Rebuild(surroundings, folder, summary);
            return summary.JournalProblems.Count == 0 ? ExitCodes.Success : ExitCodes.NotGood;
        });
        return command;
    }

    private static void Rebuild(Surroundings surroundings, RunFolder folder, RunSummary summary)
    {
        foreach (var failure in Derived.Write(folder, summary))
            throw failure;
        surroundings.Out.Plain(folder.Report);
    }
}
