using System.Text.Json.Serialization;
using LabTest.Instruments.Checking;

namespace LabTest.Cli.Json;

/// <summary>What <c>labtest check --json</c> says.</summary>
/// <param name="Passed">Whether all is well.</param>
/// <param name="Files">What was found, a file each.</param>
internal sealed record CheckDocument(bool Passed, IReadOnlyList<FileReport> Files)
{
    [JsonPropertyName("labtest")]
    [JsonPropertyOrder(-1)]
    public string Format { get; init; } = "check/1";
}
