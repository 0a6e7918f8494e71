namespace LabTest.Hdf5;

/// <summary>How a file is written.</summary>
public sealed record Hdf5FileOptions
{
    private readonly int _filterThreads = Environment.ProcessorCount;

    /// <summary>Whether <see cref="Hdf5File.Create"/> replaces a file that is there; otherwise it refuses.</summary>
    public bool Overwrite { get; init; }

    /// <summary>
    /// How long space that is no longer used rests before it is used again, so that a reader that follows the file (SWMR) and has not
    /// refreshed since does not meet other data there.
    /// </summary>
    public TimeSpan ReuseDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a dataset may go without an append before its last chunk leaves memory, at the next checkpoint.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>On how many threads chunks pass their filters; with 1, on the thread that appends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not even one.</exception>
    public int FilterThreads
    {
        get => _filterThreads;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _filterThreads = value;
        }
    }

    /// <summary>The clock for both delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
