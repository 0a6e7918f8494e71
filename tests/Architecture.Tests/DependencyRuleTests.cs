using System.Xml.Linq;
using LabTest.Testing;

namespace Architecture.Tests;

/// <summary>Arrows point down only: what each library may reference of ours.</summary>
public sealed class DependencyRuleTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["LabTest"] = [],
        ["LabTest.Arrow"] = [],
        ["LabTest.Hdf5"] = [],
        ["LabTest.Instruments"] = ["LabTest"],
        ["LabTest.Engine"] = ["LabTest.Instruments", "LabTest.Arrow"],
        ["LabTest.Recording"] = ["LabTest.Engine", "LabTest.Arrow", "LabTest.Hdf5"],
        ["LabTest.Xunit"] = ["LabTest.Recording"],
        ["LabTest.Analyzers"] = [],
        ["LabTest.Fixtures"] = ["LabTest.Xunit", "LabTest.Analyzers"],
        ["LabTest.Cli"] = ["LabTest.Recording"],
        ["LabTest.Guardian"] = ["LabTest.Instruments"],
    };

    public static TheoryData<string> Libraries => [.. Projects("src", "fixtures").Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Libraries))]
    public void A_library_references_only_what_lies_below_it(string library)
    {
        Allowed.Should().ContainKey(library, "a new project gets its place in the dependency rule first");

        References(Projects("src", "fixtures").Single(p => Path.GetFileNameWithoutExtension(p) == library)).Should().BeSubsetOf(Allowed[library]);
    }

    [Fact]
    public void The_rule_has_no_circle()
    {
        bool Reaches(string from, string to, int depth) => depth > 0 && Allowed[from].Any(n => n == to || Reaches(n, to, depth - 1));

        Allowed.Keys.Where(library => Reaches(library, library, Allowed.Count)).Should().BeEmpty();
    }

    [Fact]
    public void Only_the_test_framework_and_the_fixtures_know_xunit() =>
        Projects("src", "fixtures").Where(p => File.ReadAllText(p).Contains("xunit", StringComparison.OrdinalIgnoreCase) && PackagesOf(p).Any(r => r.StartsWith("xunit", StringComparison.Ordinal)))
            .Select(Path.GetFileNameWithoutExtension).Should().BeSubsetOf(["LabTest.Xunit", "LabTest.Fixtures"]);

    // Programs that tests start are built with those tests; some of their experiments must fail, so `dotnet test` must not run them.
    [Fact]
    public void Every_project_is_in_the_solution_but_the_subjects_of_tests()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "LabTest.sln")).Replace('\\', '/');

        Projects("src", "fixtures", "tests", "experiments", "bench")
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/'))
            .Where(p => !p.StartsWith("tests/Subjects/", StringComparison.Ordinal))
            .Where(p => !solution.Contains(p, StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    private static IEnumerable<string> Projects(params string[] folders) => folders
        .Select(f => Path.Combine(Repository.Root, f))
        .Where(Directory.Exists)
        .SelectMany(f => Directory.EnumerateFiles(f, "*.csproj", SearchOption.AllDirectories))
        .Where(p => !p.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<string?> References(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> PackagesOf(string project) =>
        XDocument.Load(project).Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value);
}
