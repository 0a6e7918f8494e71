using LabTest.Recording;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;

namespace LabTest.Cli;

/// <summary>Where a command was called.</summary>
/// <param name="Out">Where it shows what was asked for.</param>
/// <param name="Error">Where it says what went wrong.</param>
/// <param name="Folder">The folder it was called in; relative paths start here.</param>
/// <param name="Variable">The environment.</param>
/// <param name="Time">The time.</param>
internal sealed record Surroundings(Screen Out, Screen Error, string Folder, Func<string, string?> Variable, TimeProvider Time)
{
    /// <summary>A path as the caller means it.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);

    /// <summary>The folder of all runs that the environment names; null if it names none.</summary>
    public string? RunsVariable => LabSettings.From(Variable).Runs;

    /// <summary>The folder of all runs.</summary>
    /// <param name="asked">The folder that was asked for.</param>
    public string RunsFolderOf(string? asked)
    {
        var settings = LabSettings.From(Variable) with { CallerFolder = Folder };
        return RunsFolder.Find(asked is null ? settings : settings with { Runs = asked }, Folder);
    }
}
