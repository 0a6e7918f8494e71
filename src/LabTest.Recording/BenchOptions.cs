namespace LabTest.Recording;

/// <summary>How a bench is opened from a script. What is not given is taken from the <c>LABTEST_*</c> variables.</summary>
public sealed record BenchOptions
{
    /// <summary>The folder that keeps all runs; <c>runs</c> beside the nearest solution or repository if not given.</summary>
    public string? Runs { get; init; }

    /// <summary>Folders with profiles, after those of the station file.</summary>
    public IReadOnlyList<string> ProfileFolders { get; init; } = [];

    /// <summary>The serial number of the device under test.</summary>
    public string? Dut { get; init; }

    /// <summary>Who runs it.</summary>
    public string? Operator { get; init; }

    /// <summary>What is run; the name of the program if not given.</summary>
    public string? Project { get; init; }

    /// <summary>Whether time is real even where all instruments are simulated in-process.</summary>
    public bool RealTime { get; init; }

    /// <summary>Where time comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
