using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>What a test came to. Of very many measurements it keeps the first ones and those that are not good, so that memory stays flat.</summary>
/// <param name="started">Its start; none for what was measured outside of tests.</param>
internal sealed class TestSummary(TestStarted? started)
{
    private const int MostKept = 500;
    private const int MostBadKept = 500;
    private const int MostTrends = 200;

    private readonly List<MeasurementSummary> _measurements = [];
    private readonly Dictionary<long, MeasurementSummary> _byNumber = [];
    private readonly OrderedDictionary<string, TrendSummary> _trends = new(StringComparer.Ordinal);
    private MeasurementSummary? _last;
    private int _bad;

    public TestStarted? Started { get; } = started;

    public TestFinished? Finished { get; private set; }

    /// <summary>What it wrote to its output; null where it wrote nothing.</summary>
    public OutputWritten? Output { get; private set; }

    /// <summary>How long it took by the clock of its run, in seconds; zero for a test that never came to its end.</summary>
    public double Seconds => Started is { } start && Finished is { } end ? Math.Max(0, (end.Time - start.Time) / 1e9) : 0;

    /// <summary>The measurements that are kept, in their order.</summary>
    public IReadOnlyList<MeasurementSummary> Measurements => _measurements;

    /// <summary>The numbers of each name over time, of all measurements, kept or not.</summary>
    public IReadOnlyDictionary<string, TrendSummary> Trends => _trends;

    /// <summary>How many measurements there were.</summary>
    public long Count { get; private set; }

    /// <summary>The worst that was said of its measurements.</summary>
    public Verdict Worst { get; private set; }

    /// <summary>Whether its run is under way.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Whether it is the test that is under way.</summary>
    public bool IsUnderWay => IsRunning && Started is not null && Finished is null;

    /// <summary>Its verdict, never better than what was recorded: so far, for a test that is under way; Aborted for one that never came to its end.</summary>
    public Verdict Verdict => Started is null || IsUnderWay ? Worst
        : Finished is not { } finished ? Verdict.Aborted
        : Worst > Verdict.Skipped ? finished.Verdict.Worse(Worst) : finished.Verdict;

    /// <summary>Where it went wrong; null for a test that is good, or where that is unknown.</summary>
    public SourcePlace? FailedAt => SourcePlace.Of(Finished?.File, Finished?.Line);

    /// <summary>Where a reader of its verdict has to look: where it went wrong, else where it is declared; null where neither is known.</summary>
    public SourcePlace? Place => FailedAt ?? SourcePlace.Of(Started?.File, Started?.Line);

    public void Take(MeasurementTaken taken)
    {
        Count++;
        Worst = Worst.Worse(Verdict.Recorded);
        _last = new MeasurementSummary(taken);
        TakeTrend(taken);
        if (_measurements.Count < MostKept)
            Keep(_last);
    }

    public void Take(LimitJudged limit)
    {
        Worst = Worst.Worse(limit.Verdict);
        if (_byNumber.TryGetValue(limit.Measurement, out var kept))
        {
            kept.Limits.Add(limit);
            return;
        }

        if (_last?.Taken.Number != limit.Measurement)
            return;
        _last.Limits.Add(limit);
        if (limit.Verdict > Verdict.Marginal && _bad++ < MostBadKept)
            Keep(_last);
    }

    public void Take(TestFinished finished) => Finished = finished;

    public void Take(OutputWritten output) => Output = output;

    private void TakeTrend(MeasurementTaken taken)
    {
        if (taken.Value is not { } value)
            return;
        if (!_trends.TryGetValue(taken.Name, out var trend))
        {
            if (_trends.Count == MostTrends)
                return;
            _trends.Add(taken.Name, trend = new TrendSummary(taken.Unit));
        }

        if (trend.Unit == taken.Unit)
            trend.Take(taken.Time, value);
    }

    private void Keep(MeasurementSummary measurement)
    {
        _measurements.Add(measurement);
        _byNumber[measurement.Taken.Number] = measurement;
    }
}
