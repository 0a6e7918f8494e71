using System.Diagnostics;
using System.Runtime.CompilerServices;
using FluentAssertions;
using LabTest.Data;
using LabTest.Recording.Golden;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Assertions;

/// <summary>Assertions on a table: each is recorded as a limit with its verdict, and then asserted.</summary>
[StackTraceHidden]
public sealed class TableAssertions
{
    internal TableAssertions(Table subject) => Subject = subject;

    /// <summary>What is asserted on.</summary>
    public Table Subject { get; }

    /// <summary>
    /// The table is the golden one: <c>&lt;source file&gt;.&lt;method&gt;#&lt;table&gt;.verified.csv</c> beside the source file, as Verify names its files. Where it is not,
    /// what was measured stands beside it as <c>.received.csv</c>; accept it by renaming it.
    /// </summary>
    /// <param name="relativeTolerance">How far a number may be from the golden one, as a share of that.</param>
    /// <param name="absoluteTolerance">How far it may be in any case, in the unit of its column. A number that is not a valid value never matches.</param>
    /// <param name="sourceFile">The source file; the compiler gives it.</param>
    /// <param name="member">The method; the compiler gives it.</param>
    /// <exception cref="LimitException">It is not, or there is no golden table yet.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A tolerance is negative or not finite.</exception>
    public AndConstraint<TableAssertions> MatchGolden(
        double relativeTolerance = 1e-9, double absoluteTolerance = 0, [CallerFilePath] string sourceFile = "", [CallerMemberName] string member = "")
    {
        ThrowUnlessTolerance(relativeTolerance, nameof(relativeTolerance));
        ThrowUnlessTolerance(absoluteTolerance, nameof(absoluteTolerance));
        var golden = GoldenTable.For(sourceFile, member, Subject.Name);
        var limit = golden.Compare(Subject, relativeTolerance, absoluteTolerance);
        if (Recorded(member) is { Scope: { } scope } measurement)
            scope.Judged(measurement, limit, limit.Judge(measurement.Value));
        if (limit.Difference is { } difference)
            Judgement.Raise(difference);
        return new AndConstraint<TableAssertions>(this);
    }

    // A table that was filtered or made by hand is recorded now, so that a difference counts even if its exception is swallowed.
    private Measurement? Recorded(string member) => Subject.Recorded
        ?? (Subject.Columns.Select(c => c.Nature.Scope).FirstOrDefault(s => s is not null) ?? CurrentScope.Find())?.Record(Subject.Name.Length > 0 ? Subject.Name : member, new TableValue(Subject));

    private static void ThrowUnlessTolerance(double tolerance, string name)
    {
        if (!(tolerance is >= 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(name, tolerance, "A tolerance is a finite number, zero or above.");
    }
}
