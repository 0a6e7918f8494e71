namespace LabTest.Recording.Journal;

/// <summary>A parameter was set.</summary>
/// <param name="Path">The parameter.</param>
/// <param name="Value">What it was set to.</param>
internal sealed record ParameterSet(string Path, string Value) : JournalEvent
{
    /// <summary>The sign of a set of which nothing more is known.</summary>
    public const string Sent = "sent";

    /// <summary><c>sent</c> where the instrument gives no sign of a set; null where it does, such as by its error queue: one that was refused is an error.</summary>
    public string? Sign { get; init; }
}
