using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LabTest.Recording.Runs;

/// <summary>
/// The steps of one test that are not over, or that nobody has awaited. One that is left when the test ends was not awaited: what it does, and the
/// verdict it comes to, would belong to nothing. A scan that was described and never run is left as well.
/// </summary>
internal sealed class OpenCalls
{
    private const int FirstSweep = 64;

    private readonly Lock _lock = new();
    private List<Step> _steps = [];
    private readonly List<ScanBuilder> _scans = [];
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
                _steps.RemoveAll(static s => s.IsSettled);
                _sweepAt = Math.Max(FirstSweep, 2 * _steps.Count);
            }

            _steps.Add(step);
        }

        return step;
    }

    /// <summary>Remembers a scan until it is run.</summary>
    public void Track(ScanBuilder scan)
    {
        lock (_lock)
        {
            _scans.RemoveAll(static s => s.IsRun);
            _scans.Add(scan);
        }
    }

    /// <summary>Gives the steps that are left a while to end, all together, since they still act on the station.</summary>
    /// <returns>What is left, and what to do about it: <c>Measure("rail") was not awaited: …</c>; null where nothing is.</returns>
    public string? Left(TimeSpan patience)
    {
        List<Step> left;
        string[] scans;
        lock (_lock)
        {
            scans = [.. _scans.Where(static s => !s.IsRun).Select(static s => s.ToString()).Distinct()];
            _scans.Clear();
            left = [.. _steps.Where(static s => !s.IsSettled)];
            _steps = [];
        }

        var start = TimeProvider.System.GetTimestamp();
        foreach (var step in left.Where(static s => !s.IsCompleted))
            step.WaitAtMost(TimeSpan.FromTicks(Math.Max(0, (patience - TimeProvider.System.GetElapsedTime(start)).Ticks)));
        string[] steps = [.. left.Select(static s => s.Describe()).Distinct()];
        string?[] all =
        [
            Told(steps, "not awaited: write await before {0}, and make the method async Task."),
            Told(scans, "described and never run: end {0} with Run(), and await that."),
        ];
        return all.OfType<string>().ToArray() is { Length: > 0 } told ? string.Join(' ', told) : null;
    }

    private static string? Told(string[] left, [StringSyntax(StringSyntaxAttribute.CompositeFormat)] string how) => left.Length == 0
        ? null
        : $"{string.Join(", ", left)} {(left.Length == 1 ? "was" : "were")} {string.Format(CultureInfo.InvariantCulture, how, left.Length == 1 ? "it" : "them")}";
}
