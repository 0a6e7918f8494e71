namespace LabTest;

/// <summary>Questions to verdicts.</summary>
public static class VerdictExtensions
{
    /// <summary>The worse of two.</summary>
    public static Verdict Worse(this Verdict verdict, Verdict other) => verdict > other ? verdict : other;

    /// <summary>The worst of many; <see cref="Verdict.NotSet"/> of none.</summary>
    public static Verdict Worst(this IEnumerable<Verdict> verdicts) => verdicts.Aggregate(Verdict.NotSet, Worse);

    /// <summary>Whether a test with this verdict counts as passed: <see cref="Verdict.Recorded"/>, <see cref="Verdict.Pass"/> or <see cref="Verdict.Marginal"/>.</summary>
    public static bool IsGood(this Verdict verdict) => verdict is Verdict.Recorded or Verdict.Pass or Verdict.Marginal;
}
