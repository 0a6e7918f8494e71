using System.Globalization;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Bench;

/// <summary>
/// The benchmarks of another checkout, built before, as one more peer: <c>spine --against DIR</c>. Both executables are run as processes in the same way and in turn,
/// as whole runs of a row with all its rounds, because a checkout from before this option knows no other way. What is compared is what each says of itself beside
/// the same peer in the same process: a bare socket, pyvisa-py, or a fixed budget.
/// </summary>
internal static class Against
{
    private const int Runs = 5;

    private static readonly string[] Rows = ["query", "query-pyvisa", "measure-under-25us", "record-100k-under-4s"];

    // One run of "query" gives "query-pyvisa" as well.
    private static readonly string[] Parts = ["query", "measure-under-25us", "record-100k-under-4s"];

    public static async Task<int> Run(string group, string folder, string? part, CancellationToken cancellationToken)
    {
        var ours = Executable(Repository.Root);
        var theirs = Executable(folder);
        var ratios = Rows.ToDictionary(r => r, _ => (Ours: new List<double>(), Theirs: new List<double>()), StringComparer.Ordinal);
        foreach (var rows in Parts.Where(p => part is null || p.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            // Who comes first changes, so that a drift of the machine favours nobody.
            for (var run = 0; run < Runs; run++)
            {
                foreach (var isOurs in run % 2 == 0 ? new[] { true, false } : [false, true])
                {
                    foreach (var (row, ratio) in await Ratios(isOurs ? ours : theirs, group, rows, cancellationToken))
                        (isOurs ? ratios[row].Ours : ratios[row].Theirs).Add(ratio);
                }
            }
        }

        var isSlower = false;
        foreach (var row in Rows.Where(r => ratios[r].Ours.Count > 0))
        {
            var (here, there) = ratios[row];
            var measured = Outcome.Median([.. here]) / Outcome.Median([.. there]);
            isSlower |= measured < 1;
            Console.WriteLine($"{row}: of the peer's rate, this checkout {Outcome.Describe([.. here])}, {folder} {Outcome.Describe([.. there])}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {group}/{row}-against measured={measured:0.000} wanted=1"));
        }

        return isSlower ? 1 : 0;
    }

    private static string Executable(string root)
    {
        var program = Path.GetFullPath(Path.Combine(root, "bench", "LabTest.Bench", "bin", Repository.Configuration, "net10.0", "LabTest.Bench.dll"));
        return File.Exists(program) ? program : throw new FileNotFoundException($"Build it first: dotnet build -c {Repository.Configuration} {root}/bench/LabTest.Bench", program);
    }

    private static async Task<List<(string Row, double Ratio)>> Ratios(string program, string group, string part, CancellationToken cancellationToken)
    {
        await using var process = ForeignProcess.Start("dotnet", [program, group, part]);
        process.Input.Close();
        List<(string, double)> ratios = [];
        while (await process.Output.ReadLineAsync(cancellationToken) is { } line)
        {
            // ratio spine/query measured=0.912 wanted=0.87
            if (line.Split(' ') is ["ratio", var name, var measured, ..] && Array.IndexOf(Rows, name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]) is >= 0 and var row)
                ratios.Add((Rows[row], double.Parse(measured[(measured.IndexOf('=', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture)));
        }

        // 1 is a run with a row below what is wanted; the figures are there all the same.
        var code = await process.WaitForExit(cancellationToken);
        return code is 0 or 1 && ratios.Count > 0 ? ratios : throw new InvalidOperationException($"{program} {group} {part} ended with {code} and {ratios.Count} figures.");
    }
}
