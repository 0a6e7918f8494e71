using System.Globalization;
using Spectre.Console;

namespace LabTest.Bench;

/// <summary>Runs rows, ours and the peer's alternating, and prints a table and the closing <c>ratio</c> lines.</summary>
internal static class Runner
{
    public static async Task<int> Run(IGroup group, string? part, CancellationToken cancellationToken)
    {
        List<Outcome> outcomes = [];
        foreach (var row in group.Rows().Where(r => part is null || r.Name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            outcomes.Add(await Compare(row, cancellationToken));

        var table = new Table().AddColumns("work", "unit", "ours: median (least … most)", "peer: median (least … most)", "ratio", "wanted");
        foreach (var outcome in outcomes)
        {
            table.AddRow(outcome.Row.Name, outcome.Row.Unit, Outcome.Describe(outcome.Ours), Outcome.Describe(outcome.Peer),
                $"{(outcome.Ratio >= outcome.Row.Wanted ? "[green]" : "[red]")}{outcome.Ratio:0.00}[/]", $"{outcome.Row.Wanted:0.##}");
        }

        AnsiConsole.Write(table);
        foreach (var outcome in outcomes)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"ratio {group.Name}/{outcome.Row.Name} measured={outcome.Ratio:0.000} wanted={outcome.Row.Wanted:0.###}"));
        }

        return outcomes.TrueForAll(o => o.Ratio >= o.Row.Wanted) ? 0 : 1;
    }

    private static async Task<Outcome> Compare(Row row, CancellationToken cancellationToken)
    {
        await row.Ours(cancellationToken);      // once each to warm up
        await row.Peer(cancellationToken);

        var ours = new double[row.Rounds];
        var peer = new double[row.Rounds];
        for (var round = 0; round < row.Rounds; round++)
        {
            ours[round] = await row.Ours(cancellationToken);
            peer[round] = await row.Peer(cancellationToken);
        }

        return new Outcome(row, ours, peer);
    }
}
