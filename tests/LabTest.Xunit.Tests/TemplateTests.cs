using System.IO.Compression;
using System.Xml.Linq;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>An experiment project as a stranger makes it: from the packages, in an empty folder.</summary>
public sealed class TemplateTests
{
    [Fact]
    public async Task A_project_made_from_the_template_and_a_local_feed_passes_its_experiment()
    {
        using var folder = new TemporaryFolder();
        var feed = Directory.CreateDirectory(folder["feed"]).FullName;
        var project = Path.Combine(folder.Path, "Bench3");
        await Dotnet(Repository.Root, folder, "pack", "LabTest.sln", "-c", Repository.Configuration, "--no-build", "-o", feed, "-v", "quiet", "--nologo");
        foreach (var package in Directory.EnumerateFiles(feed, "*.nupkg"))
            Entries(package).Should().Contain("README.md", "{0} needs one", Path.GetFileName(package));
        Entries(Directory.EnumerateFiles(feed, "LabTest.Instruments.*.nupkg").Single()).Should().Contain(["schemas/instrument.schema.json", "schemas/station.schema.json", "instruments/keysight/34461a.yaml"]);
        await Dotnet(folder.Path, folder, "new", "install", Directory.EnumerateFiles(feed, "LabTest.Templates.*.nupkg").Single(), "--debug:custom-hive", folder["hive"]);

        await Dotnet(folder.Path, folder, "new", "labtest", "-o", project, "--debug:custom-hive", folder["hive"]);
        await File.WriteAllTextAsync(Path.Combine(project, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="labtest" value="{feed}" />
              </packageSources>
            </configuration>
            """, TestContext.Current.CancellationToken);
        var output = await Dotnet(project, folder, "test", "-c", "Release");

        output.Should().Contain("total: 6").And.Contain("failed: 0");
        output.Should().Contain(Path.Combine(project, "runs"), "the record lies beside the project").And.Contain("report.html");
        (await File.ReadAllLinesAsync(Path.Combine(project, "station.yaml"), TestContext.Current.CancellationToken))[0].Should().Be("# yaml-language-server: $schema=schemas/station.schema.json");
        File.Exists(Path.Combine(project, "schemas/station.schema.json")).Should().BeTrue();
        Directory.EnumerateFiles(Path.Combine(project, "runs"), "report.html", SearchOption.AllDirectories).Should().ContainSingle();

        await File.WriteAllTextAsync(
            Path.Combine(project, "Forgetful.cs"), "public class Forgetful(Station station) { [Fact] public void Sets() => station.Set(\"psu.vdd.voltage\", 1.Volts()); }", TestContext.Current.CancellationToken);
        await using var build = Start(project, folder, "build", "-c", "Release");
        (await build.Output.ReadToEndAsync(TestContext.Current.CancellationToken)).Should().Contain("error LABT001", "the analyzer comes with the package");
    }

    [Fact]
    public void The_template_asks_for_the_versions_that_are_built_here()
    {
        var template = XDocument.Load(Path.Combine(Repository.Root, "templates/experiment/MyExperiments.csproj"));
        var wanted = template.Descendants("PackageReference").ToDictionary(p => (string)p.Attribute("Include")!, p => (string)p.Attribute("Version")!);
        var properties = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));
        var packages = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"));

        wanted["LabTest.Fixtures"].Should().Be(properties.Descendants("Version").Single().Value);
        wanted["xunit.v3"].Should().Be((string)packages.Descendants("PackageVersion").Single(p => (string)p.Attribute("Include")! == "xunit.v3").Attribute("Version")!);
    }

    private static string[] Entries(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    // Packages of this build must not stay in the machine's cache, where the next build's would not replace them; all others are taken from there.
    private static async Task<string> Dotnet(string at, TemporaryFolder folder, params string[] arguments)
    {
        await using var process = Start(at, folder, arguments);
        return await process.ReadToEnd(TestContext.Current.CancellationToken);
    }

    private static ForeignProcess Start(string at, TemporaryFolder folder, params string[] arguments)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return ForeignProcess.Start("dotnet", arguments, at, new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = arguments[0] == "pack" ? Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages") : folder["packages"],
            ["RestoreFallbackFolders"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages"),
            ["DOTNET_NOLOGO"] = "1",
        });
    }
}
