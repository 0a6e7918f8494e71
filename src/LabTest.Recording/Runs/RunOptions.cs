using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>What is known of a run when it begins.</summary>
internal sealed record RunOptions
{
    /// <summary>The folder that keeps all runs.</summary>
    public required string Runs { get; init; }

    /// <summary>What the folder of the run is named after: the station.</summary>
    public required string Name { get; init; }

    /// <summary>What is run: the assembly or script.</summary>
    public required string Project { get; init; }

    public LabSettings Settings { get; init; } = new();

    /// <summary>What was selected, as it was asked for; none for everything.</summary>
    public string? Filter { get; init; }

    /// <summary>Where time comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the bytes of the journal go; a file, unless a test has it otherwise.</summary>
    public Func<string, IJournalStore> JournalStore { get; init; } = static file => new JournalFile(file);

    /// <summary>Where the experiments are, for their revision.</summary>
    public string? ProjectFolder { get; init; }
}
