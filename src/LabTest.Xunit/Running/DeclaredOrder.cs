using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>Where an experiment is declared: by file, then by line. Rows of a theory keep the order they were generated in.</summary>
internal readonly record struct DeclaredOrder(string File, int Line) : IComparable<DeclaredOrder>
{
    public static DeclaredOrder Of(IXunitTestCase testCase) => new(testCase.SourceFilePath ?? "", testCase.SourceLineNumber ?? 0);

    public int CompareTo(DeclaredOrder other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        return byFile != 0 ? byFile : Line.CompareTo(other.Line);
    }
}
