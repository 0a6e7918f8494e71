namespace LabTest.Tests;

public sealed class VerdictTests
{
    [Fact]
    public void The_worst_verdict_wins()
    {
        Verdict.Pass.Worse(Verdict.Marginal).Should().Be(Verdict.Marginal);
        new[] { Verdict.Pass, Verdict.Error, Verdict.Fail }.Worst().Should().Be(Verdict.Error);
        Array.Empty<Verdict>().Worst().Should().Be(Verdict.NotSet);
    }

    [Fact]
    public void Only_recorded_passed_and_marginal_count_as_good() =>
        Enum.GetValues<Verdict>().Where(v => v.IsGood()).Should().Equal(Verdict.Recorded, Verdict.Pass, Verdict.Marginal);
}
