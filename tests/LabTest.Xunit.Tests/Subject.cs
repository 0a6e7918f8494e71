using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>An experiment program that a test runs as a process of its own, with its runs in a folder that goes away with it.</summary>
internal sealed class Subject : IDisposable
{
    private readonly string _program;

    private Subject(string project) => _program = Path.Combine(Repository.Root, project, "bin", Repository.Configuration, "net10.0", $"{Path.GetFileName(project)}.dll");

    public TemporaryFolder Folder { get; } = new();

    public static Subject Outcomes() => new("tests/Subjects/Outcomes");

    public static Subject Attacks() => new("tests/Subjects/Attacks");

    public static Subject Recipes() => new("tests/Subjects/Recipes");

    public static Subject PowerBoard() => new("experiments/PowerBoard");

    /// <summary>Runs to the end.</summary>
    public async Task<SubjectRun> Run(params string[] arguments)
    {
        await using var process = Start([], arguments);
        return await End(process);
    }

    /// <summary>Waits for the end of one that was started.</summary>
    public async Task<SubjectRun> End(ForeignProcess process)
    {
        var output = await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        var code = await process.WaitForExit(TestContext.Current.CancellationToken);
        var folder = RunsFolder.Runs(Folder["runs"]).Select(r => new RunFolder(r)).SingleOrDefault();
        return new SubjectRun(code, output, folder);
    }

    /// <summary>
    /// Starts it and leaves it running. Whoever started the tests may have had signals ignored (nohup, a shell's background job), which a child
    /// inherits; here every signal counts.
    /// </summary>
    public ForeignProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) => ForeignProcess.Start(
        "env", ["--default-signal", "dotnet", _program, "--lab-runs", Folder["runs"], "--no-ansi", "--no-progress", .. arguments], Folder.Path, environment);

    public ForeignProcess Start((string Name, string Value)[] environment, params string[] arguments) =>
        Start(environment.ToDictionary(e => e.Name, e => e.Value), arguments);

    /// <summary>Starts it as the child of a shell, which is the process that this gives.</summary>
    public ForeignProcess StartUnderShell((string Name, string Value)[] environment, params string[] arguments) => ForeignProcess.Start(
        "sh",
        ["-c", "dotnet \"$@\" & wait", "sh", _program, "--lab-runs", Folder["runs"], "--no-ansi", "--no-progress", .. arguments],
        Folder.Path,
        environment.ToDictionary(e => e.Name, e => e.Value));

    /// <summary>Starts it with files that cannot grow beyond a size, as on a full disk.</summary>
    public ForeignProcess StartWithLargestFile(int kibibytes, (string Name, string Value)[] environment, params string[] arguments) => ForeignProcess.Start(
        "bash",
        ["-c", $"trap '' XFSZ; ulimit -f {kibibytes}; exec dotnet \"$@\"", "bash", _program, "--lab-runs", Folder["runs"], "--no-ansi", "--no-progress", .. arguments],
        Folder.Path,
        // Else .NET maps its code through a large file of its own.
        environment.Append(("DOTNET_EnableWriteXorExecute", "0")).ToDictionary(e => e.Item1, e => e.Item2));

    public void Dispose() => Folder.Dispose();
}
