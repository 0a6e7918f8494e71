using LabTest.Testing;

namespace LabTest.Hdf5.Tests.Fuzz;

/// <summary>Files that once made the reader throw something else, or take memory out of proportion.</summary>
public sealed class AttackTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Interop", "cases", "attacks", "hdf5")).Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Files))]
    public void Is_refused_with_memory_in_proportion(string file) =>
        FuzzTests.Use(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Interop", "cases", "attacks", "hdf5", file)), file).Should().BePositive();
}
