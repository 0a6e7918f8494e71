using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Recording.Tests;

/// <summary>A script in a process of its own, in the middle of its run on simulated instruments, and what <c>labtest</c> says of that run.</summary>
internal sealed class RunningScript : IAsyncDisposable
{
    private static readonly string Command = Program("src/LabTest.Cli", "LabTest.Cli");

    private readonly TemporaryFolder _folder;
    private readonly RunningSubject _running;

    private RunningScript(TemporaryFolder folder, RunningSubject running)
    {
        _folder = folder;
        _running = running;
        Run = new RunFolder(running.Run);
    }

    public RunFolder Run { get; }

    public int Process => _running.Process;

    /// <summary>Starts it, and returns when it has taken some measurements and a waveform with each.</summary>
    public static async Task<RunningScript> Start(int measurements = 20)
    {
        var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["station.yaml"], OpenBench.Supply + "\nsimulate: true\n", TestContext.Current.CancellationToken);
        var script = Program("tests/LabTest.Recording.Script", "LabTest.Recording.Script");
        return new RunningScript(folder, await RunningSubject.Start(
            port => ForeignProcess.Start("env", ["--default-signal", "dotnet", script, folder["station.yaml"], folder["runs"], port, "captures"]), measurements));
    }

    /// <summary>Ends the process at once, as a power switch does, and waits until it has gone.</summary>
    /// <returns>How many measurements it said it had taken.</returns>
    public async Task<int> Kill()
    {
        await _running.Signal("KILL");
        return await _running.Gone();
    }

    /// <summary>Calls <c>labtest</c> in a process of its own.</summary>
    public async Task<(int Code, string Output)> Call(params string[] arguments)
    {
        // Its errors too: the shell joins them.
        await using var command = ForeignProcess.Start("sh", ["-c", "exec dotnet \"$@\" 2>&1", "sh", Command, .. arguments, "--runs", _folder["runs"]]);
        var output = await command.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        return (await command.WaitForExit(TestContext.Current.CancellationToken), output);
    }

    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        _folder.Dispose();
    }

    private static string Program(string project, string name) => Path.Combine(Repository.Root, project, "bin", Repository.Configuration, "net10.0", $"{name}.dll");
}
