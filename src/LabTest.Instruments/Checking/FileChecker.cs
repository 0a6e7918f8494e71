using LabTest.Instruments.Profiles;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Checking;

/// <summary>Checks profiles and stations: loads and explains them and runs them against their own simulators. Nothing real is ever opened.</summary>
/// <param name="profileFolders">Where profiles are looked for, after a station's own folders and before all others.</param>
/// <param name="projectFolder">The folder of the project, or where the program was started.</param>
/// <param name="time">Tells the day on which calibrations are overdue; that of the system if not given.</param>
internal sealed class FileChecker(IReadOnlyList<string> profileFolders, string? projectFolder = null, TimeProvider? time = null)
{
    /// <summary>Checks a file.</summary>
    /// <param name="file">A profile or a station.</param>
    /// <param name="cancellationToken">Stops between two exchanges.</param>
    /// <returns>What was found; a file with problems is no exception.</returns>
    public async ValueTask<FileReport> Check(string file, CancellationToken cancellationToken)
    {
        try
        {
            var kind = YamlReader.ReadMapping(file, SourceFile.Read(file)).Find("labtest");
            return kind is YamlScalar scalar && scalar.Text.StartsWith("station", StringComparison.Ordinal)
                ? await CheckStation(file, cancellationToken).ConfigureAwait(false)
                : await CheckProfile(file, cancellationToken).ConfigureAwait(false);
        }
        catch (ProfileException e)
        {
            return new FileReport(file) { Problems = e.Problems };
        }
    }

    private async ValueTask<FileReport> CheckProfile(string file, CancellationToken cancellationToken)
    {
        var loader = new ProfileLoader(ProfileFolders.For(file, [.. Containing(file), .. profileFolders], projectFolder));
        var model = loader.LoadFile(file);
        return new FileReport(file)
        {
            Warnings = [.. model.Warnings, .. loader.Warnings, .. Misplaced(model, file)],
            Profile = Explanation.Of(model),
            SelfChecks = [await ProfileSelfCheck.Run(model, cancellationToken).ConfigureAwait(false)],
        };
    }

    // What a profile extends may lie in the same folder of profiles: instruments/acme/ps2.yaml extends acme/ps1.
    private static IEnumerable<string> Containing(string file)
    {
        if (Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file))) is { } folder && Path.GetFileName(folder) == "instruments")
            yield return folder;
    }

    // Stations find a profile by its id only in a file of that name.
    private static IEnumerable<ProfileProblem> Misplaced(InstrumentModel model, string file)
    {
        var wanted = $"{model.Id}.yaml";
        if (!Path.GetFullPath(file).Replace('\\', '/').EndsWith($"/{wanted}", StringComparison.Ordinal))
            yield return new ProfileProblem(file, 0, 0, $"the id is '{model.Id}', and a station finds that only in a file {wanted} in a folder of profiles; move or rename this file, or name it on stations by its path");
    }

    // As a run says it when it opens the station.
    private IEnumerable<(string Alias, Calibration Calibration)> Overdue(StationModel station)
    {
        var today = DateOnly.FromDateTime((time ?? TimeProvider.System).GetUtcNow().UtcDateTime);
        foreach (var instrument in station.Instruments.Values)
        {
            if (instrument.Calibration is { Overdue: not OverduePolicy.Ignore } calibration && calibration.IsOverdue(today))
                yield return (instrument.Alias, calibration);
        }
    }

    private async ValueTask<FileReport> CheckStation(string file, CancellationToken cancellationToken)
    {
        var station = StationLoader.Load(file, new StationLoadOptions { ProfileFolders = profileFolders, ProjectFolder = projectFolder });
        var explained = Explanation.Of(station);
        List<ProfileProblem> warnings = [.. station.Warnings];
        List<ProfileProblem> problems = [];
        foreach (var (alias, calibration) in Overdue(station))
        {
            var refused = calibration.Overdue == OverduePolicy.Fail;
            (refused ? problems : warnings).Add(station.Spec.Instruments[alias].Calibration!.MarkOf("due")
                .Problem($"'{alias}': {calibration.OverdueText}{(refused ? ", and no run opens this station ('overdue: fail'). Calibrate it, or change 'overdue'" : "")}"));
        }

        if (station.Spec.DutModel is { } dut && DutModelFactory.IsElsewhere(dut.Type))
        {
            warnings.Add(dut.MarkOf("type").Problem($"'{dut.Type}' is a class that is not beside this program, so the station is tried without its DUT model; an experiment project that references its assembly has it"));
            station = station with { Spec = station.Spec with { DutModel = null } };
        }

        List<SelfCheckReport> reports = [];
        foreach (var model in station.Instruments.Values.Select(i => i.Model).DistinctBy(m => m.Id))
            reports.Add(await ProfileSelfCheck.Run(model, cancellationToken).ConfigureAwait(false));
        reports.Add(await StationSelfCheck.Run(station, cancellationToken).ConfigureAwait(false));
        return new FileReport(file) { Problems = problems, Warnings = warnings, Station = explained, SelfChecks = reports };
    }
}
