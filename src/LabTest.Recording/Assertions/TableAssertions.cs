using System.Diagnostics;
using System.Runtime.CompilerServices;
using FluentAssertions;
using LabTest.Data;
using LabTest.Recording.Golden;

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
    /// <param name="absoluteTolerance">How far it may be in any case, in the unit of its column.</param>
    /// <param name="sourceFile">The source file; the compiler gives it.</param>
    /// <param name="member">The method; the compiler gives it.</param>
    /// <exception cref="LimitException">It is not, or there is no golden table yet.</exception>
    public AndConstraint<TableAssertions> MatchGolden(
        double relativeTolerance = 1e-9, double absoluteTolerance = 0, [CallerFilePath] string sourceFile = "", [CallerMemberName] string member = "")
    {
        var golden = GoldenTable.For(sourceFile, member, Subject.Name);
        var limit = golden.Compare(Subject, relativeTolerance, absoluteTolerance);
        if (Subject.Recorded is { Scope: { } scope } measurement)
            scope.Judged(measurement, limit, limit.Judge(measurement.Value));
        if (limit.Difference is { } difference)
            Judgement.Raise(difference);
        return new AndConstraint<TableAssertions>(this);
    }
}
