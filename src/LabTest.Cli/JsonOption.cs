using System.CommandLine;
using LabTest.Cli.Json;

namespace LabTest.Cli;

/// <summary>The option <c>--json</c>: what a command found as JSON on standard output, an error as <c>{"error": "…"}</c> there too.</summary>
internal static class JsonOption
{
    public const string Name = "--json";

    public static Option<bool> Make() => LabTestCommand.Flag("Print JSON, for programs; an error is JSON too.", Name);

    /// <summary>Says what went wrong, as the command line asked for it.</summary>
    public static void ShowError(ParseResult line, Surroundings surroundings, Exception error)
    {
        if (IsIn(line))
            surroundings.Out.Json(new ErrorDocument(error.Message), CliJson.Default.ErrorDocument);
        else
            surroundings.Error.Message(error.Message);
    }

    /// <summary>Whether a command line asks for JSON.</summary>
    public static bool IsIn(ParseResult line) => line.CommandResult.Command.Options.Any(o => o.Name == Name) && line.GetValue<bool>(Name);
}
