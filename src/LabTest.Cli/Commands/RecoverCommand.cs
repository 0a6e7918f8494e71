using System.CommandLine;
using LabTest.Recording.Recovery;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Terminal;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest recover</c>: rebuilds every file of a run from its journal.</summary>
internal static class RecoverCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var run = new RunArgument();
        var command = new Command("recover", "Rebuild measurements.arrows, data.h5, run.json and the report of a run from its journal. Ends with 2 if something is damaged, lost or could not be rebuilt, with a list; refuses a run that is still being written.");
        run.AddTo(command, surroundings);
        command.SetAction(line =>
        {
            var folder = run.Find(line, surroundings);
            var recovered = RunRecovery.Recover(folder);
            RunView.Show(surroundings.Out, folder, recovered.Summary, surroundings.Time);
            var made = new[] { folder.Measurements, folder.Data, folder.RunJson, folder.Report }.Where(File.Exists).Select(Path.GetFileName);
            surroundings.Out.Plain($"Rebuilt from the journal: {string.Join(", ", made)}");
            foreach (var note in recovered.Notes)
                surroundings.Out.Plain(note);
            if (recovered.Problems.Count > 0)
                surroundings.Error.Message($"{Phrases.Count(recovered.Problems.Count, "problem")}:");
            foreach (var problem in recovered.Problems)
                surroundings.Error.Message($"  {problem}");
            return recovered.Problems.Count == 0 ? ExitCodes.Success : ExitCodes.NotGood;
        });
        return command;
    }
}
