using System.CommandLine;
using LabTest.Instruments.Checking;
using LabTest.Recording;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest check</c>: loads profiles and stations, explains them, and tries each profile on its own simulator.</summary>
internal static class CheckCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var files = new Argument<string[]>("yaml") { Arity = ArgumentArity.OneOrMore, Description = "Profiles and stations." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Only say what is wrong." };
        var command = new Command("check", "Load profiles and stations, explain them, and try every setting of each on its own simulator.") { files, quiet };
        command.SetAction((line, cancellation) => Run(surroundings, line.GetRequiredValue(files), line.GetValue(quiet), cancellation));
        return command;
    }

    private static async Task<int> Run(Surroundings surroundings, string[] files, bool quiet, CancellationToken cancellation)
    {
        var checker = new FileChecker([Path.Combine(surroundings.Folder, "instruments"), PackedProfiles.Folder]);
        var view = new CheckView(surroundings.Out);
        var passed = true;
        foreach (var file in files)
        {
            var report = await checker.Check(surroundings.FullPath(file), cancellation).ConfigureAwait(false);
            if (!quiet)
                view.Explain(report);
            view.Results(report, quiet);
            passed &= report.Passed;
        }

        return passed ? ExitCodes.Success : ExitCodes.NotGood;
    }
}
