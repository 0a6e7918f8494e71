using System.CommandLine;
using LabTest.Recording.Recovery;
using LabTest.Recording.Terminal;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest recover</c>: makes every file of a run anew from its journal.</summary>
internal static class RecoverCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var run = new RunArgument();
        var command = new Command("recover", "Make measurements.arrows, data.h5, run.json and the report of a run anew from its journal.");
        run.AddTo(command, surroundings);
        command.SetAction(line =>
        {
            var folder = run.Find(line, surroundings);
            var recovered = RunRecovery.Recover(folder);
            RunView.Show(surroundings.Out, folder, recovered.Summary);
            var made = new[] { folder.Measurements, folder.Data, folder.RunJson, folder.Report }.Where(File.Exists).Select(Path.GetFileName);
            surroundings.Out.Plain($"Made from the journal: {string.Join(", ", made)}");
            foreach (var problem in recovered.Problems)
                surroundings.Error.Message(problem);
            return recovered.Problems.Count == 0 ? ExitCodes.Success : ExitCodes.NotGood;
        });
        return command;
    }
}
