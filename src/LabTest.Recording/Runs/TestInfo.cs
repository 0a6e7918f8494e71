namespace LabTest.Recording.Runs;

/// <summary>What is known of a test when it begins.</summary>
internal sealed record TestInfo
{
    /// <summary>Its identity across runs: the trait Id, else class and method.</summary>
    public required string Id { get; init; }

    /// <summary>Its class, with its namespace.</summary>
    public required string Class { get; init; }

    public required string Method { get; init; }

    /// <summary>As it is shown, with its arguments.</summary>
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Traits { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The place in its sweep.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public string? File { get; init; }

    public int? Line { get; init; }

    public int Attempt { get; init; } = 1;
}
