using System.CommandLine;
using LabTest.Cli.Json;
using LabTest.Instruments.Checking;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest check</c>: loads profiles and stations, explains them, and tries each profile on its own simulator.</summary>
internal static class CheckCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var files = new Argument<string[]>("yaml") { Arity = ArgumentArity.OneOrMore, Description = "Profiles and stations." };
        var quiet = LabTestCommand.Flag("Only say what is wrong.", "--quiet", "-q");
        var json = JsonOption.Make();
        var command = new Command("check", "Load profiles and stations, explain them, and try every setting of each on its own simulator.") { files, quiet, json };
        command.SetAction((line, cancellation) => Run(surroundings, line.GetRequiredValue(files), line.GetValue(quiet), line.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> Run(Surroundings surroundings, string[] files, bool quiet, bool json, CancellationToken cancellation)
    {
        var checker = new FileChecker([], surroundings.Folder, surroundings.Time);
        var view = new CheckView(surroundings.Out);
        List<FileReport> reports = [];
        foreach (var file in files)
        {
            var report = await checker.Check(surroundings.FullPath(file), cancellation).ConfigureAwait(false);
            reports.Add(report);
            if (!quiet && !json)
                view.Explain(report);
            if (!json)
                view.Results(report, quiet);
        }

        var passed = reports.TrueForAll(static r => r.Passed);
        if (json)
            surroundings.Out.Json(new CheckDocument(passed, reports), CliJson.Default.CheckDocument);
        return passed ? ExitCodes.Success : ExitCodes.NotGood;
    }
}
