namespace LabTest.Arrow.Ipc;

/// <summary>How a writer writes.</summary>
public sealed record IpcOptions
{
    /// <summary>What to do when a dictionary that is written already has grown; in a stream, since a file can only take what it grew by.</summary>
    public DictionaryUpdates DictionaryUpdates { get; init; } = DictionaryUpdates.Replacement;
}
