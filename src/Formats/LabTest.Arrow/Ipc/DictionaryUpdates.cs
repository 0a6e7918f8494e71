namespace LabTest.Arrow.Ipc;

/// <summary>What a writer does when a dictionary that it has written to a stream grows.</summary>
public enum DictionaryUpdates
{
    /// <summary>It writes the whole dictionary again, which every reader understands.</summary>
    Replacement,

    /// <summary>It writes what the dictionary grew by. Some readers, such as polars, refuse that.</summary>
    Delta,
}
