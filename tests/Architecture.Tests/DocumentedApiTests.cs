using System.Text.RegularExpressions;
using LabTest.Testing;

namespace Architecture.Tests;

/// <summary>Every public call that experiments make has its line in docs/reference.md, under a heading of its type.</summary>
public sealed partial class DocumentedApiTests
{
    // What the compiler, xUnit or the testing platform calls, or every .NET type has.
    private static readonly string[] Plumbing = ["LabTestFramework", "TestingPlatformBuilderHook", "QuantitySerializer"];
    private static readonly string[] OfEveryType =
    [
        "Equals", "GetHashCode", "ToString", "CompareTo", "GetEnumerator", "DisposeAsync", "InitializeAsync", "GetAwaiter", "ConfigureAwait", "TryParse", "SupportsDiscoveryEnumeration", "GetData",
    ];

    private static readonly string Reference = File.ReadAllText(Path.Combine(Repository.Root, "docs/reference.md"));

    [Theory]
    [InlineData("LabTest")]
    [InlineData("LabTest.Instruments")]
    [InlineData("LabTest.Recording")]
    [InlineData("LabTest.Xunit")]
    [InlineData("LabTest.Fixtures")]
    public void Every_public_type_and_member_has_its_line_in_the_reference(string package)
    {
        var missing = new List<string>();
        var section = "";
        var (name, isSealed) = ("", false);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/Architecture.Tests/Api", $"{package}.approved.txt")))
        {
            if (!line.StartsWith(' '))
            {
                name = TypeName().Match(line).Groups["name"].Value.Split('.')[^1];
                isSealed = line.StartsWith("sealed", StringComparison.Ordinal);
                section = line.Contains("<G>$", StringComparison.Ordinal) || Plumbing.Contains(name) ? "" : SectionOf(name);
                if (section.Length == 0 && !Plumbing.Contains(name) && !line.Contains("<G>$", StringComparison.Ordinal))
                    missing.Add(name);
            }
            else if (section.Length > 0 && MemberOf(line, isSealed) is { } member && !OfEveryType.Contains(member) && !section.Contains($"`{member}`", StringComparison.Ordinal))
            {
                missing.Add($"{name}.{member}");
            }
        }

        missing.Distinct().Should().BeEmpty("docs/reference.md has a heading ### `Type` for each public type, and under it `Member` for each of its members");
    }

    private static string SectionOf(string type)
    {
        var start = Reference.IndexOf($"\n### `{type}`\n", StringComparison.Ordinal);
        if (start < 0)
            return "";
        var end = Reference.IndexOf("\n##", start + 1, StringComparison.Ordinal);
        return end < 0 ? Reference[start..] : Reference[start..end];
    }

    // An override in a sealed type is documented where it is declared.
    private static string? MemberOf(string line, bool isSealed)
    {
        var text = line.Trim();
        if (text.StartsWith("new(", StringComparison.Ordinal) || text.Contains(" op_", StringComparison.Ordinal) || isSealed && text.StartsWith("virtual ", StringComparison.Ordinal))
            return null;
        var match = EnumMember().Match(text) is { Success: true } member ? member : Member().Match(text);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"^(?:(?:abstract|sealed|static) )?(?:class|struct|interface|enum) (?<name>[^\s:]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^(?<name>\w+) = -?\d+$", RegexOptions.ExplicitCapture)]
    private static partial Regex EnumMember();

    [GeneratedRegex(@"(?<name>[A-Za-z_]\w*)(<[\w, ]+>)?(\(|(\[[^\]]*\])? \{)", RegexOptions.ExplicitCapture)]
    private static partial Regex Member();
}
