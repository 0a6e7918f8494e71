namespace LabTest.Recording.Runs;

/// <summary>
/// The bench's steps of one test that are not over, or that nobody has awaited. One that is left when the test ends was not awaited: what it does, and the
/// verdict it comes to, would belong to nothing.
/// </summary>
internal sealed class OpenCalls
{
    private const int FirstSweep = 64;

    private readonly Lock _lock = new();
    private List<Step> _steps = [];
    private int _sweepAt = FirstSweep;

    /// <summary>How many steps are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _steps.Count;
        }
    }

    /// <summary>Remembers a step until it is awaited and over.</summary>
    public T Track<T>(T step)
        where T : Step
    {
        lock (_lock)
        {
            if (_steps.Count >= _sweepAt)
            {
                _steps.RemoveAll(static s => s.IsTaken && s.IsCompleted);
                _sweepAt = Math.Max(FirstSweep, 2 * _steps.Count);
            }

            _steps.Add(step);
        }

        return step;
    }

    /// <summary>What is wrong with steps that are left, and what to do about it; null where there are none.</summary>
    public static string? Describe(IReadOnlyList<string> left)
    {
        if (left.Count == 0)
            return null;
        var (were, them) = left.Count == 1 ? ("was", "it") : ("were", "them");
        return $"{string.Join(", ", left)} {were} not awaited: write await before {them}, and make the method async Task.";
    }

    /// <summary>Gives the steps that are left a while to end, since they still act on the station.</summary>
    /// <returns>What they are, as they are written: <c>Measure("rail")</c>.</returns>
    public IReadOnlyList<string> Left(TimeSpan patience)
    {
        List<Step> left;
        lock (_lock)
        {
            left = [.. _steps.Where(static s => !(s.IsTaken && s.IsCompleted))];
            _steps = [];
        }

        foreach (var step in left.Where(static s => !s.IsCompleted))
            step.WaitAtMost(patience);
        return [.. left.Select(static s => s.Describe()).Distinct()];
    }
}
