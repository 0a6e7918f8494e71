using System.Diagnostics;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Bench.Spine;

/// <summary>The whole of experiments/PowerBoard as a process, report and all; the peer is its budget of 5 s.</summary>
internal static class PowerBoardRow
{
    private const double Budget = 1 / 5.0;

    public static Row Make() => new("power-board-under-5s", "runs/s", 1, Run, static _ => Task.FromResult(Budget));

    private static async Task<double> Run(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var program = Path.Combine(Repository.Root, "experiments", "PowerBoard", "bin", Repository.Configuration, "net10.0", "PowerBoard.dll");
        if (!File.Exists(program))
            throw new FileNotFoundException($"Build first: dotnet build -c {Repository.Configuration}", program);
        var clock = Stopwatch.StartNew();
        await using var process = ForeignProcess.Start("dotnet", [program, "--lab-runs", folder["runs"]]);
        await process.ReadToEnd(cancellationToken);
        return 1 / clock.Elapsed.TotalSeconds;
    }
}
