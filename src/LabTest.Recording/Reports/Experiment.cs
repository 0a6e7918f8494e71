using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports;

/// <summary>One test method with all the places of its sweep and all its attempts; without a method, what was measured outside of tests.</summary>
/// <param name="Class">Its class, without its namespace.</param>
/// <param name="Title">Its name as a sentence.</param>
/// <param name="Tests">Its tests, in the order they ran.</param>
internal sealed record Experiment(string Class, string Title, IReadOnlyList<TestSummary> Tests)
{
    public Verdict Verdict { get; } = Tests.Select(t => t.Verdict).Worst();

    /// <summary>How long its tests took in real time, in seconds.</summary>
    public double RealSeconds => Tests.Sum(t => t.Finished?.Duration ?? 0);

    /// <summary>How long its tests took by the clock of the run, in seconds.</summary>
    public double Seconds => Tests.Sum(t => t.Seconds);

    /// <summary>Its traits, each with its values.</summary>
    public IEnumerable<(string Name, string Value)> Traits => Tests
        .SelectMany(t => t.Started?.Traits ?? new Dictionary<string, IReadOnlyList<string>>())
        .SelectMany(t => t.Value.Select(v => (t.Key, v)))
        .Distinct();

    /// <summary>The name of its place in the page.</summary>
    public string Anchor => Tests[0].Started is { } started ? $"test-{started.Number}" : "outside";

    /// <summary>All of a run: those that are not good first, else in the order they ran.</summary>
    public static IReadOnlyList<Experiment> Of(RunSummary summary)
    {
        var experiments = summary.Tests
            .GroupBy(t => (t.Started!.Class, t.Started.Method))
            .Select(g => new Experiment(g.Key.Class[(g.Key.Class.LastIndexOf('.') + 1)..], TestNames.Sentence(g.Key.Method), [.. g]));
        if (summary.Outside.Count > 0)
            experiments = experiments.Append(new Experiment("", "Measured outside of tests", [summary.Outside]));
        return [.. experiments.OrderByDescending(e => e.Verdict > Verdict.Skipped ? e.Verdict : Verdict.NotSet)];
    }

    /// <summary>What went wrong with a test.</summary>
    public static string MessageOf(TestSummary test) => test.Finished is { } finished ? finished.Message ?? "" : "The test never came to its end.";

    /// <summary>What tells a test from the others: its place in the sweep, its arguments, its attempt.</summary>
    public string LabelOf(TestSummary test)
    {
        if (test.Started is not { } started)
            return "";
        var open = started.Name.IndexOf('(');
        var place = started.Conditions.Count > 0
            ? string.Join(", ", started.Conditions.Select(c => $"{c.Name} {c}"))
            : open >= 0 ? started.Name[open..].Trim('(', ')') : "";
        var attempt = started.Attempt > 1 ? $"attempt {started.Attempt}" : "";
        return string.Join(", ", new[] { place, attempt }.Where(t => t.Length > 0));
    }
}
