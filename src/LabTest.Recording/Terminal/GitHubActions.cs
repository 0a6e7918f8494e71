using System.Text;
using LabTest.Recording.Reports;
using LabTest.Recording.Reports.Markdown;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Terminal;

/// <summary>
/// What a run tells GitHub Actions: a table in the summary of the step (the file that GITHUB_STEP_SUMMARY names), and annotations at the lines of tests
/// that are not good.
/// </summary>
/// <param name="variable">The environment.</param>
internal sealed class GitHubActions(Func<string, string?> variable)
{
    private const string DeterministicRoot = "/_/";

    /// <summary>GitHub takes 1 MiB a step and shows nothing of a file that is larger.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int MostAnnotations = 50;
    private const int LongestMessage = 2000;

    private readonly string? _summary = variable("GITHUB_STEP_SUMMARY");
    private readonly string? _workspace = variable("GITHUB_WORKSPACE");

    /// <summary>Whether this is a step of a workflow.</summary>
    public bool IsHere => !string.IsNullOrEmpty(_summary);

    /// <summary>Appends a run to the summary of the step; with what is in it already it stays below what GitHub takes.</summary>
    /// <returns>Why it could not be written; null where it was. A run does not fail for it.</returns>
    public string? Append(RunSummary summary)
    {
        if (!IsHere)
            return null;
        try
        {
            using var file = new FileStream(_summary!, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            var text = MarkdownReport.Of(summary, (int)Math.Clamp(MostBytes - 1024 - file.Length, 0, MostBytes));
            if (text.Length > 0)
                file.Write(Encoding.UTF8.GetBytes($"\n{text}\n"));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"The summary of this step, '{_summary}' (GITHUB_STEP_SUMMARY), cannot be written: {e.Message}";
        }
    }

    /// <summary>Annotations as workflow commands, a line each: an error for each test that is not good, a warning for a marginal one.</summary>
    public IEnumerable<string> Annotations(RunSummary summary) => summary.Tests
        .Where(t => t.Started is not null && t.Verdict is > Verdict.Skipped or Verdict.Marginal)
        .OrderByDescending(t => t.Verdict)
        .DistinctBy(t => t.Finished?.KeptFromRunningBy is { } by ? (object)(by, t.Finished.Message) : t)
        .Take(MostAnnotations)
        .Select(Annotation);

    private string Annotation(TestSummary test)
    {
        var started = test.Started!;
        var place = test.Place is { } at ? $"file={Property(Relative(at.File))},line={at.Line}," : "";
        var message = test.Verdict == Verdict.Marginal ? Marginal(test) : Experiment.MessageOf(test);
        return $"::{(test.Verdict == Verdict.Marginal ? "warning" : "error")} {place}title={Property($"{test.Verdict}: {TestNames.Sentence(started.Name)}")}::{Data(message)}";
    }

    private static string Marginal(TestSummary test) => string.Join('\n', test.Measurements
        .SelectMany(m => m.Limits.Where(l => l.Verdict == Verdict.Marginal).Select(l => $"{l.Name} = {MeasurementText.Value(m.Taken, l)}, limit {MeasurementText.Limit(l)}")));

    // GitHub finds files by their path in the repository. A deterministic build (ContinuousIntegrationBuild) writes /_/ for the folder of the repository.
    private string Relative(string file) => file.StartsWith(DeterministicRoot, StringComparison.Ordinal) ? file[DeterministicRoot.Length..] :
        !string.IsNullOrEmpty(_workspace) && Path.GetRelativePath(_workspace, file) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative.Replace('\\', '/') : file;

    private static string Data(string text) => PrintableText.Cut(PrintableText.Of(text), LongestMessage)
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
