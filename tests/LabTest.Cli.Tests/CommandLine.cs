using LabTest.Recording;
using LabTest.Recording.Terminal;
using LabTest.Testing;
using Spectre.Console;

namespace LabTest.Cli.Tests;

/// <summary>The command, called in a folder of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    public const string Station = """
        labtest: station/1
        name: bench
        simulate: true
        instruments:
          psu: { profile: keysight/edu36311a, channels: { vdd: 1 } }
          dmm: { profile: keysight/34461a }
        """;

    public TemporaryFolder Folder { get; } = new();

    public string Runs => Folder["runs"];

    /// <summary>Calls the command; gives its exit code, and what it showed and complained of as one text.</summary>
    public Task<(int Code, string Output)> Call(params string[] arguments) => Call(Screen.Unlimited, arguments);

    /// <inheritdoc cref="Call(string[])"/>
    public async Task<(int Code, string Output)> Call(int width, string[] arguments)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        var screen = new Screen(console);
        var code = await LabTestCommand.Run(arguments, new Surroundings(screen, screen, Folder.Path, static _ => null, TimeProvider.System));
        return (code, output.ToString());
    }

    /// <summary>Makes a run with one measurement.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> MakeRun(string measurement = "rail", string? dut = null)
    {
        await File.WriteAllTextAsync(Folder["station.yaml"], Station, TestContext.Current.CancellationToken);
        await using var bench = await Bench.Open(Folder["station.yaml"], new BenchOptions { Runs = Runs, Project = "script", Dut = dut }, TestContext.Current.CancellationToken);
        bench.Record(measurement, 3.3.Volts());
        return bench.RunFolder;
    }

    public void Dispose() => Folder.Dispose();
}
