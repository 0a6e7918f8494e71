using LabTest.Recording.Journal;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Tests;

/// <summary>What the events of a journal come to, in whatever order threads wrote them.</summary>
public sealed class RunVerdictTests
{
    [Fact]
    public void A_fail_that_another_thread_records_just_before_its_test_ends_is_that_of_the_run()
    {
        var verdict = new RunVerdict();

        verdict.Take(new LimitJudged(1, 2, "rail", "range", null, 2, null, null, "V", null, null, null, Verdict.Fail, "at most 2 V"));
        verdict.Take(new TestFinished(1, Verdict.Pass, null, null, 0.1, 1));

        verdict.Worst.Should().Be(Verdict.Fail);
    }

    [Fact]
    public void A_limit_that_holds_makes_no_test_better_or_worse()
    {
        var verdict = new RunVerdict();

        verdict.Take(new LimitJudged(1, 2, "rail", "range", null, 2, null, null, "V", null, null, null, Verdict.Pass, "at most 2 V"));
        verdict.Take(new TestFinished(1, Verdict.Skipped, null, null, 0.1, 1));

        verdict.Worst.Should().Be(Verdict.Skipped);
    }
}
