using System.CommandLine;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest completion</c>: the script that makes a shell complete this command; and the hidden <c>complete</c>, which that script asks.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal) { ["bash"] = "labtest.bash", ["zsh"] = "labtest.zsh", ["powershell"] = "labtest.ps1" };

    public static Command Make(Surroundings surroundings)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or powershell." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Print the script that makes a shell complete this command; its first line says how to load it.") { shell };
        command.SetAction(line =>
        {
            surroundings.Out.Whole(Read(Scripts[line.GetRequiredValue(shell)]));
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>The command that a shell asks for what may follow.</summary>
    /// <param name="surroundings">Where it was called.</param>
    /// <param name="root">The command to complete.</param>
    public static Command MakeAnswer(Surroundings surroundings, Command root)
    {
        var position = new Argument<int>("position") { Description = "Where the cursor is in the line." };
        var typed = new Argument<string>("line") { Description = "The line." };
        var command = new Command("complete", "Print what may stand at a place of a line, for shells.") { position, typed };
        command.Hidden = true;
        command.SetAction(line =>
        {
            foreach (var found in Complete(root, line.GetRequiredValue(typed), line.GetValue(position)))
                surroundings.Out.Plain(found);
            return ExitCodes.Success;
        });
        return command;
    }

    // What follows is decided by the words before the cursor; the shell offers files where nothing is found.
    private static IEnumerable<string> Complete(Command root, string line, int position)
    {
        var before = line[..Math.Clamp(position, 0, line.Length)];
        var word = before[(before.LastIndexOf(' ') + 1)..];
        var command = before.IndexOf(' ', StringComparison.Ordinal);
        var words = command < 0 ? "" : before[(command + 1)..];
        return root.Parse(words).GetCompletions(words.Length)
            .Select(c => c.InsertText ?? c.Label)
            .Where(c => c.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (word.Length > 0 || c[0] != '-') && c[0] != '/')
            .Distinct(StringComparer.Ordinal);
    }

    private static string Read(string name)
    {
        using var stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"LabTest.Cli.Completion.{name}") ?? throw new InvalidOperationException($"{name} is not in this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
