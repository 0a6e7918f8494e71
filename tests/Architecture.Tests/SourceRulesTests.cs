using System.Text.RegularExpressions;
using LabTest.Testing;

namespace Architecture.Tests;

public sealed partial class SourceRulesTests
{
    private static readonly string[] Sources = [.. CSharp("src", "fixtures")];

    [Fact]
    public void Files_are_small()
    {
        var lengths = Sources.Select(f => (File: Path.GetFileName(f), Lines: File.ReadLines(f).Count())).OrderBy(f => f.Lines).ToArray();

        lengths[^1].Lines.Should().BeLessThanOrEqualTo(700, "{0} is the longest", lengths[^1].File);
        lengths[(int)(lengths.Length * 0.9)].Lines.Should().BeLessThanOrEqualTo(250);
        lengths[lengths.Length / 2].Lines.Should().BeLessThanOrEqualTo(60);
    }

    [Fact]
    public void Nothing_is_called_a_manager_a_helper_or_utils() =>
        Sources.Select(f => Path.GetFileNameWithoutExtension(f)!).Where(n => Vague().IsMatch(n)).Should().BeEmpty();

    [Fact]
    public void There_are_no_regions_and_no_notes_to_self() =>
        Sources.Where(f => Notes().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName).Should().BeEmpty();

    [Fact]
    public void The_testing_platform_and_the_test_context_are_known_to_the_test_framework_and_the_fixtures_only() =>
        Sources.Where(f => File.ReadAllText(f).Contains("TestContext.Current", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Should().OnlyContain(f => f.StartsWith("src/LabTest.Xunit/", StringComparison.Ordinal) || f.StartsWith("fixtures/", StringComparison.Ordinal));

    [Fact]
    public void A_terminal_is_written_to_through_the_screen_only() =>
        Sources.Where(f => Terminal().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            // Where file handles run out nothing else can be loaded any more; what it says is a text of its own.
            .Where(f => f != "src/LabTest.Xunit/Platform/TestingPlatformBuilderHook.cs")
            .Should().OnlyContain(f => f.StartsWith("src/LabTest.Recording/Terminal/", StringComparison.Ordinal), "characters of instruments and files must not reach a terminal");

    [Fact]
    public void Foreign_systems_are_named_only_where_they_have_a_folder() =>
        Sources.Where(f => Foreign().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !new[] { "src/Wire/LabTest.Contracts/", "src/LabTest.Client/", "src/LabTest.Server/" }.Any(f.StartsWith))
            .Should().BeEmpty();

    private static IEnumerable<string> CSharp(params string[] folders) => folders
        .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.cs", SearchOption.AllDirectories))
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"));

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utilities)$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"#region|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex Notes();

    [GeneratedRegex(@"\bConsole\.(Write|Error|Out|OpenStandard)|AnsiConsole|Markup\.Escape|MarkupLine|\bProfile\.Out\b")]
    private static partial Regex Terminal();

    [GeneratedRegex(@"rust-?daq|std-?daq|Lima2|PANOSETI", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
