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

    /// <summary>
    /// Whether Ctrl+C, SIGTERM, SIGHUP and SIGQUIT leave the station safe: the bench's calls are cancelled, so that the script comes to its end;
    /// one that does not within two seconds has the station made safe under it, and is ended three seconds later. False for a program that
    /// handles signals itself and disposes of the bench then.
    /// </summary>
    public bool HandlesSignals { get; init; } = true;

    /// <summary>Where time comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
