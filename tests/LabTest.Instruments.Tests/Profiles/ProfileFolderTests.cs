using LabTest.Instruments.Checking;
using LabTest.Instruments.Stations;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Profiles;

/// <summary>Where a station's profiles are looked for, and in which order.</summary>
public sealed class ProfileFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void They_are_looked_for_in_the_station_s_folders_then_beside_it_then_in_the_project()
    {
        Write("project/it.csproj", "<Project/>");
        Write("project/benches/station.yaml", Station("profiles: [own]\n"));
        Directory.CreateDirectory(_folder["project/benches/own"]);
        string[] order = ["project/benches/own", "project/benches/instruments", "project/instruments", "started/instruments"];

        foreach (var place in order.Reverse())
        {
            Write($"{place}/acme/ps1.yaml", Profile(place));
            Load().Instruments["psu"].Model.Name.Should().Be(place);
        }
    }

    [Fact]
    public void The_folder_of_the_repository_counts_where_no_project_is_nearer()
    {
        Directory.CreateDirectory(_folder["project/.git"]);
        Write("project/benches/station.yaml", Station());
        Write("project/instruments/acme/ps1.yaml", Profile("of the repository"));

        Load().Instruments["psu"].Model.Name.Should().Be("of the repository");
    }

    [Fact]
    public void A_profile_that_is_missing_names_every_folder()
    {
        Write("project/it.csproj", "<Project/>");
        Write("project/benches/station.yaml", Station("profiles: [own]\n"));
        Directory.CreateDirectory(_folder["project/benches/own"]);
        var load = Load;

        var message = load.Should().Throw<ProfileException>().Which.Message;

        message.Should().Contain("there is no profile 'acme/ps1' in ");
        foreach (var place in new[] { "project/benches/own", "project/benches/instruments", "project/instruments", "started/instruments" })
            message.Should().Contain(_folder[place]);
        message.Should().Contain(Path.Combine(AppContext.BaseDirectory, "instruments"));
    }

    [Fact]
    public async Task One_id_in_two_folders_is_told_by_check_and_the_first_wins()
    {
        Write("project/it.csproj", "<Project/>");
        Write("project/benches/station.yaml", Station());
        Write("project/benches/instruments/acme/ps1.yaml", Profile("first"));
        Write("project/instruments/acme/ps1.yaml", Profile("second"));

        var report = await new FileChecker([], _folder["started"]).Check(_folder["project/benches/station.yaml"], CancellationToken.None);

        report.Problems.Should().BeEmpty();
        report.Warnings.Select(w => w.Message).Should().ContainSingle(m => m.Contains("is in 2 folders", StringComparison.Ordinal)).Which.Should().Be(
            $"the profile 'acme/ps1' is in 2 folders: {_folder["project/benches/instruments/acme/ps1.yaml"]} is taken, and {_folder["project/instruments/acme/ps1.yaml"]} is not; name the other by its path if it is meant, or take one away");
        Load().Instruments["psu"].Model.Name.Should().Be("first");
    }

    [Fact]
    public async Task A_profile_finds_what_it_extends_in_its_own_folder_of_profiles()
    {
        Write("else/instruments/acme/ps1.yaml", Profile("base"));
        Write("else/instruments/acme/ps2.yaml", "labtest: instrument/1\nid: acme/ps2\nextends: acme/ps1\nname: more\n");

        var report = await new FileChecker([], _folder["started"]).Check(_folder["else/instruments/acme/ps2.yaml"], CancellationToken.None);

        report.Problems.Should().BeEmpty();
        report.Profile!.Name.Should().Be("more");
    }

    public void Dispose() => _folder.Dispose();

    private static string Station(string keys = "") => $"labtest: station/1\nname: s\n{keys}instruments: {{ psu: {{ profile: acme/ps1 }} }}\n";

    private static string Profile(string name) => $"labtest: instrument/1\nid: acme/ps1\nname: {name}\nparameters: {{ voltage: {{ scpi: VOLTage }} }}\n";

    private StationModel Load()
    {
        Directory.CreateDirectory(_folder["started"]);
        return StationLoader.Load(_folder["project/benches/station.yaml"], new StationLoadOptions { ProjectFolder = _folder["started"] });
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], text);
    }
}
