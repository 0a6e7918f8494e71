using System.Text.Json.Serialization;

namespace LabTest.Cli.Json;

/// <summary>What <c>labtest runs --json</c> says.</summary>
/// <param name="Folder">The folder of all runs.</param>
/// <param name="Total">How many runs are there.</param>
/// <param name="Runs">Those that were asked for, the newest first.</param>
internal sealed record RunsDocument(string Folder, int Total, IReadOnlyList<RunItem> Runs)
{
    [JsonPropertyName("labtest")]
    [JsonPropertyOrder(-1)]
    public string Format { get; init; } = "runs/1";
}
