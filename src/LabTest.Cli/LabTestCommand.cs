using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using LabTest.Cli.Commands;
using LabTest.Recording;

namespace LabTest.Cli;

/// <summary>The <c>labtest</c> command and its verbs.</summary>
internal static class LabTestCommand
{
    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code: 0 for success, 2 where what was found is not good, 1 where it could not be done.</returns>
    public static async Task<int> Run(string[] arguments, Surroundings surroundings)
    {
        var root = Make(surroundings);
        var line = root.Parse(arguments);
        try
        {
            RequireOptions(line);
            return await line.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }).ConfigureAwait(false);
        }
        catch (Exception e) when (e is LabTestException or IOException or UnauthorizedAccessException or FormatException)
        {
            JsonOption.ShowError(line, surroundings, e);
            return ExitCodes.Failure;
        }
    }

    /// <summary>An option that is given or not. It takes no value: what stands behind it is an argument, and that is what a shell offers there.</summary>
    public static Option<bool> Flag(string description, string name, params string[] aliases) => new(name, aliases) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>The command with its verbs.</summary>
    public static Command Make(Surroundings surroundings)
    {
        // No RootCommand: it is called what its file is called, and this one is called labtest.
        var root = new Command("labtest", "LabTest: lab automation in which an experiment is a test. Experiments run with 'dotnet test'; this command looks after what lies around them.")
        {
            CheckCommand.Make(surroundings),
            SimCommand.Make(surroundings),
            RunsCommand.Make(surroundings),
            ShowCommand.Make(surroundings),
            ReportCommand.Make(surroundings),
            RecoverCommand.Make(surroundings),
            SchemaCommand.Make(surroundings),
            CompletionCommand.Make(surroundings),
            new HelpOption(),
            new VersionOption(),
        };
        root.Subcommands.Add(CompletionCommand.MakeAnswer(surroundings, root));
        return root;
    }

    // To the parser an option that a command does not have is an argument: a run, a file, the value of another option.
    private static void RequireOptions(ParseResult line)
    {
        var command = line.CommandResult.Command;
        if (command.Hidden)
            return;
        var words = line.Tokens.TakeWhile(static t => t.Type != TokenType.DoubleDash).Where(static t => t.Type == TokenType.Argument);
        if (words.FirstOrDefault(static t => t.Value is ['-', not (>= '0' and <= '9'), ..]) is not { } word)
            return;
        var name = word.Value.Split('=')[0];
        var options = OptionsOf(line.CommandResult).Where(static o => !o.Hidden).ToArray();
        var meant = Spelling.Nearest(name, options.SelectMany(static o => o.Aliases.Prepend(o.Name)).Where(o => o.StartsWith("--", StringComparison.Ordinal) == name.StartsWith("--", StringComparison.Ordinal)));
        var call = command.Parents.Any() ? $"labtest {command.Name}" : command.Name;
        throw new RecordingException(
            $"'{name}' is not an option of '{call}'{(meant is null ? "." : $"; did you mean '{meant}'?")} Its options are {string.Join(", ", options.Select(static o => o.Name))}."
            + (command.Arguments.Count > 0 ? " A name that begins with '-' goes behind '--'." : ""));
    }

    private static IEnumerable<Option> OptionsOf(CommandResult command) =>
        command.Command.Options.Concat(command.Command.Parents.OfType<Command>().SelectMany(static p => p.Options.Where(static o => o.Recursive)));
}
