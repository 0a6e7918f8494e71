using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>The verdict of a run: the worst of its tests, of what was asserted, and of what could not be made safe.</summary>
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
            case MeasurementTaken { Test: null }:
                _outside = _outside.Worse(Verdict.Recorded);
                break;

            // One that is not good counts whatever its test came to: another thread may have recorded it while the test ended.
            case LimitJudged limit when limit.Test is null || limit.Verdict > Verdict.Skipped:
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
