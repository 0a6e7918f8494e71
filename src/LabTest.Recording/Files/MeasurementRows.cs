using LabTest.Recording.Journal;

namespace LabTest.Recording.Files;

/// <summary>
/// Makes rows of measurements from the journal. The newest waits for the limits that are held against it as a rule at once; what is asserted
/// of a row that was already handed out is kept as late.
/// </summary>
/// <param name="known">Late limits, by the number of the measurement, of a journal that was read before; none while a run goes.</param>
internal sealed class MeasurementRows(ILookup<long, LimitJudged>? known = null)
{
    private readonly Dictionary<long, string> _tests = [];
    private readonly List<LimitJudged> _late = [];
    private List<MeasurementRow> _ready = [];
    private MeasurementRow? _newest;
    private MeasurementRow? _offered;

    /// <summary>Limits that came after their row had been handed out.</summary>
    public IReadOnlyList<LimitJudged> Late => _late;

    /// <summary>How many rows can be handed out.</summary>
    public int Ready => _ready.Count;

    public void Take(JournalEvent what)
    {
        switch (what)
        {
            case TestStarted test:
                _tests[test.Number] = test.Id;
                break;
            case MeasurementTaken taken:
                Settle();
                _newest = new MeasurementRow(taken, taken.Test is { } number ? _tests.GetValueOrDefault(number) : null);
                foreach (var limit in known?[taken.Number] ?? [])
                    _newest = _newest.With(limit);
                break;
            case LimitJudged limit when known?.Contains(limit.Measurement) != true:
                Judge(limit);
                break;
            case TestFinished or RunFinished:
                Settle();
                break;
        }
    }

    /// <summary>Hands out the rows that are complete, and one that was the newest at the last call too.</summary>
    /// <param name="waits">Whether a row still waits for its limits.</param>
    public IReadOnlyList<MeasurementRow> Hand(out bool waits)
    {
        if (_newest is not null && ReferenceEquals(_newest, _offered))
            Settle();
        _offered = _newest;
        waits = _newest is not null;
        return HandReady();
    }

    /// <summary>Hands out the rows that are complete.</summary>
    public IReadOnlyList<MeasurementRow> HandReady()
    {
        var ready = _ready;
        _ready = new List<MeasurementRow>(ready.Count);
        return ready;
    }

    private void Settle()
    {
        if (_newest is null)
            return;
        _ready.Add(_newest);
        _newest = null;
    }

    private void Judge(LimitJudged limit)
    {
        if (_newest?.Taken.Number == limit.Measurement)
        {
            _newest = _newest.With(limit);
            return;
        }

        var at = _ready.FindLastIndex(r => r.Taken.Number <= limit.Measurement);
        if (at >= 0 && _ready[at].Taken.Number == limit.Measurement)
            _ready[at] = _ready[at].With(limit);
        else
            _late.Add(limit);
    }
}
