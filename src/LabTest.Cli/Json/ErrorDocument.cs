namespace LabTest.Cli.Json;

/// <summary>What a command with <c>--json</c> says where it could not do what was asked.</summary>
/// <param name="Error">What went wrong, and what to do.</param>
internal sealed record ErrorDocument(string Error);
