using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>An experiment program that a test runs as a process of its own, with its runs in a folder that goes away with it.</summary>
internal sealed class Subject : IDisposable
{
    // A shell that stays when what it started has gone, as the one at a bench does; its terminal is passed on to standard output, and a line of standard input is a Ctrl+C,
    // the end of standard input that of the shell.
    private const string Terminal = """
        import os, pty, select, sys
        shell, terminal = pty.fork()
        if shell == 0:
            os.execvp('sh', ['sh', '-c', 'trap : INT; "$@"; echo "code $?"; while ! read end; do :; done', 'sh'] + sys.argv[1:])
        open_input = True
        while True:
            ready, _, _ = select.select([terminal] + [0] * open_input, [], [])
            if terminal in ready:
                try:
                    shown = os.read(terminal, 4096)
                except OSError:
                    break
                os.write(1, shown)
            if 0 in ready:
                open_input = bool(os.read(0, 1))
                os.write(terminal, b'\x03' if open_input else b'end\n')
        os.waitpid(shell, 0)
        """;

    private readonly string _project;
    private readonly string _program;

    private Subject(string project)
    {
        _project = Path.Combine(Repository.Root, project);
        _program = Path.Combine(_project, "bin", Repository.Configuration, "net10.0", $"{Path.GetFileName(project)}.dll");
    }

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

    /// <summary>Starts it by <c>dotnet test</c> or <c>dotnet run</c> in a terminal. A byte of input is a Ctrl+C there; the end of input closes the terminal.</summary>
    /// <param name="verb"><c>test</c> or <c>run</c>.</param>
    /// <param name="environment">Variables for it.</param>
    /// <param name="arguments">Its arguments.</param>
    public ForeignProcess StartInTerminal(string verb, (string Name, string Value)[] environment, params string[] arguments) => ForeignProcess.Start(
        "env",
        [
            "--default-signal", "/usr/bin/python3", "-c", Terminal,
            "dotnet", verb, "--project", _project, "-c", Repository.Configuration, "--no-build", .. verb == "run" ? ["--"] : Array.Empty<string>(), .. arguments,
        ],
        Repository.Root,
        environment.Append(("LABTEST_RUNS", Folder["runs"])).ToDictionary(e => e.Item1, e => e.Item2));

    /// <summary>Starts it with files that cannot grow beyond a size, as on a full disk.</summary>
    public ForeignProcess StartWithLargestFile(int kibibytes, (string Name, string Value)[] environment, params string[] arguments) => ForeignProcess.Start(
        "bash",
        ["-c", $"trap '' XFSZ; ulimit -f {kibibytes}; exec dotnet \"$@\"", "bash", _program, "--lab-runs", Folder["runs"], "--no-ansi", "--no-progress", .. arguments],
        Folder.Path,
        // Else .NET maps its code through a large file of its own.
        environment.Append(("DOTNET_EnableWriteXorExecute", "0")).ToDictionary(e => e.Item1, e => e.Item2));

    public void Dispose() => Folder.Dispose();
}
