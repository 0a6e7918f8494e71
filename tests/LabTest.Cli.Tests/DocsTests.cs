using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using LabTest.Cli.Json;
using LabTest.Recording.Terminal;
using LabTest.Testing;
using Spectre.Console;

namespace LabTest.Cli.Tests;

/// <summary>docs/command-line.md says all that the command offers.</summary>
public sealed class DocsTests
{
    private static readonly string Page = Text("docs/command-line.md");

    [Fact]
    public void Every_verb_and_every_option_has_its_place_in_the_docs()
    {
        var screen = new Screen(AnsiConsole.Create(new AnsiConsoleSettings()));
        var root = LabTestCommand.Make(new Surroundings(screen, screen, "/", static _ => null, TimeProvider.System));

        var verbs = root.Subcommands.Where(c => !c.Hidden).ToArray();

        verbs.Should().HaveCountGreaterThanOrEqualTo(8);
        foreach (var verb in verbs)
            Page.Should().Contain($"`labtest {verb.Name} ".TrimEnd(), "{0} is a verb", verb.Name);
        foreach (var name in verbs.Append(root).SelectMany(c => c.Options).SelectMany(o => o.Aliases.Append(o.Name)).Where(n => n[0] == '-').Distinct(StringComparer.Ordinal))
            Page.Should().MatchRegex($"`{Regex.Escape(name)}[ `]", "{0} is an option", name);
    }

    [Fact]
    public void Every_key_of_the_JSON_documents_has_its_place_in_the_docs()
    {
        JsonTypeInfo[] types = [CliJson.Default.RunsDocument, CliJson.Default.RunItem, CliJson.Default.ShowDocument, CliJson.Default.Test, CliJson.Default.Measured, CliJson.Default.LimitJudged, CliJson.Default.CheckDocument, CliJson.Default.FileReport, CliJson.Default.ProfileProblem];

        foreach (var key in types.SelectMany(t => t.Properties).Select(p => p.Name).Distinct(StringComparer.Ordinal))
            Page.Should().MatchRegex($"`{key}(`|: \")", "{0} is a key", key);
    }

    [Fact]
    public void The_scripts_of_the_CI_page_are_scripts()
    {
        foreach (var script in Regex.Matches(Text("docs/ci.md"), "^```bash\n(?<script>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture).Select(m => m.Groups["script"].Value))
        {
            using var bash = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("bash", ["-n", "-c", script]) { RedirectStandardError = true, UseShellExecute = false })!;
            bash.StandardError.ReadToEnd().Should().BeEmpty();
            bash.WaitForExit();
            bash.ExitCode.Should().Be(0);
        }
    }

    private static string Text(string page) => File.ReadAllText(Path.Combine(Repository.Root, page));
}
