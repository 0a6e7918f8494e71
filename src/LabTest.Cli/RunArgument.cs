using System.CommandLine;
using System.CommandLine.Completions;
using LabTest.Recording;
using LabTest.Recording.Runs;

namespace LabTest.Cli;

/// <summary>The argument that names a run, and the option that names the folder of runs.</summary>
internal sealed class RunArgument
{
    private const int MostNamed = 5;
    private const int MostOffered = 50;

    public Argument<string?> Run { get; } = new("run")
    {
        Arity = ArgumentArity.ZeroOrOne,

        // Else the help names it by all that completes it.
        HelpName = "run",
        Description = "The run: its folder, or a part of its name that only it has. The newest by default.",
    };

    public Option<string?> Runs { get; } = RunsOption();

    /// <summary>The option that names the folder of runs.</summary>
    public static Option<string?> RunsOption() =>
        new("--runs") { Description = "The folder of all runs (LABTEST_RUNS); runs/ beside the nearest solution or repository by default." };

    /// <summary>The folder of all runs. One that was named must be there; where none was, there may be no run yet.</summary>
    /// <param name="surroundings">Where the command was called.</param>
    /// <param name="asked">The folder that was asked for.</param>
    /// <exception cref="RecordingException">The folder that was named does not exist.</exception>
    public static string FolderOf(Surroundings surroundings, string? asked)
    {
        var folder = surroundings.RunsFolderOf(asked);
        var named = asked is not null ? "--runs" : surroundings.RunsVariable is not null ? "LABTEST_RUNS" : null;
        return named is null || Directory.Exists(folder) ? folder : throw new RecordingException($"The folder of runs '{folder}' does not exist; {named} names it.");
    }

    /// <summary>Adds both to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="surroundings">Where it was called; what shells offer for a run depends on it.</param>
    public void AddTo(Command command, Surroundings surroundings)
    {
        Run.CompletionSources.Add(_ => RunsFolder.Runs(surroundings.RunsFolderOf(asked: null)).Take(MostOffered).Select(r => new CompletionItem(RunsFolder.NameOf(r))));
        command.Arguments.Add(Run);
        command.Options.Add(Runs);
    }

    /// <summary>The run that a command line names.</summary>
    /// <exception cref="RecordingException">There is none, or more than one.</exception>
    public RunFolder Find(ParseResult line, Surroundings surroundings)
    {
        var name = line.GetValue(Run);
        if (name is not null && Directory.Exists(surroundings.FullPath(name)))
            return AsRun(surroundings.FullPath(name));

        var folder = FolderOf(surroundings, line.GetValue(Runs));
        var all = RunsFolder.Runs(folder).ToArray();
        if (all.Length == 0)
            throw new RecordingException($"There are no runs in '{folder}'; run an experiment, or name another folder with --runs.");
        if (name is null)
            return new RunFolder(RunsFolder.Newest(all) ?? throw new RecordingException($"In no run in '{folder}' was anything tested or measured; name one to see it all the same, 'labtest runs' lists them."));
        var meant = all.Where(r => RunsFolder.NameOf(r).Contains(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        return meant.Length switch
        {
            1 => new RunFolder(meant[0]),
            0 => throw new RecordingException($"No run in '{folder}' has '{name}' in its name; 'labtest runs' lists them."),
            _ => throw new RecordingException(
                $"{meant.Length} runs in '{folder}' have '{name}' in their names; give more of it: {string.Join(", ", meant.Take(MostNamed).Select(RunsFolder.NameOf))}{(meant.Length > MostNamed ? ", …" : "")}."),
        };
    }

    private static RunFolder AsRun(string path) => File.Exists(Path.Combine(path, RunFolder.JournalName))
        ? new RunFolder(path)
        : throw new RecordingException($"'{path}' is no run: it has no {RunFolder.JournalName}.");
}
