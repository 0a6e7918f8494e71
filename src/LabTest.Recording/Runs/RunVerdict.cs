using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>The verdict of a run: the worst of its tests, of what was asserted outside of tests, and of what could not be made safe.</summary>
internal sealed class RunVerdict
{
    private readonly Dictionary<long, Verdict> _tests = [];
    private Verdict _outside;

    public Verdict Worst => _outside.Worse(_tests.Values.Worst());

    /// <summary>Takes an event. A test may end twice: what goes wrong after its end replaces its verdict.</summary>
    public void Take(JournalEvent what)
    {
        switch (what)
        {
            case TestFinished test:
                _tests[test.Test] = test.Verdict;
                break;
            case LimitJudged { Test: { } test } limit when limit.Verdict > Verdict.Skipped && _tests.TryGetValue(test, out var ended):
                _tests[test] = ended.Worse(limit.Verdict);
                break;
            case MeasurementTaken { Test: null }:
                _outside = _outside.Worse(Verdict.Recorded);
                break;
            case LimitJudged { Test: null } limit:
                _outside = _outside.Worse(limit.Verdict);
                break;
            case StationClosed closed when closed.Failures.Count > 0 || closed.Instruments.Any(static i => i.Sign == SafeStateRecord.NotConfirmed):
                _outside = _outside.Worse(Verdict.Error);
                break;
            case RunFinished finished:
                _outside = _outside.Worse(finished.Verdict);
                break;
        }
    }
}
