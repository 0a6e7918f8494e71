using System.Reflection;
using LabTest.Instruments;
using LabTest.Instruments.Stations;
using LabTest.Recording;

namespace LabTest.Xunit.Running;

/// <summary>Which station file a run uses, and who chose it.</summary>
internal sealed record StationChoice(string? File, bool IsExplicit, string ProjectFolder)
{
    /// <summary>
    /// <c>--lab-station</c> or <c>LABTEST_STATION</c>; else <c>&lt;LabTestStation&gt;</c> of the project; else <c>station.yaml</c> beside it.
    /// </summary>
    public static StationChoice Of(Assembly assembly, LabSettings settings)
    {
        var project = Metadata(assembly, "LabTest.ProjectFolder") ?? AppContext.BaseDirectory;
        if (settings.Station is { } asked)
            return new StationChoice(settings.FullPath(asked), IsExplicit: true, project);
        if (Metadata(assembly, "LabTest.Station") is { Length: > 0 } given)
            return new StationChoice(Path.GetFullPath(given, project), IsExplicit: true, project);
        var beside = Path.Combine(project, "station.yaml");
        return new StationChoice(System.IO.File.Exists(beside) ? beside : null, IsExplicit: false, project);
    }

    /// <summary>Loads the station.</summary>
    /// <exception cref="ProfileException">There is none, it has problems, or it would open real instruments without having been chosen.</exception>
    public StationModel Load(LabSettings settings)
    {
        if (File is null)
            throw Problem(Path.Combine(ProjectFolder, "station.yaml"), "there is no station file; write one here, or choose one with --lab-station, LABTEST_STATION or <LabTestStation> in the project");
        if (!System.IO.File.Exists(File))
            throw Problem(File, "there is no such station file; choose one with --lab-station, LABTEST_STATION or <LabTestStation> in the project");
        var model = StationLoader.Load(File, new StationLoadOptions
        {
            ProjectFolder = ProjectFolder,
            ForceSimulation = settings.Simulate,
        });
        if (!IsExplicit && model.Instruments.Values.FirstOrDefault(i => !i.IsSimulated) is { } real)
            throw Problem(File, $"'{real.Alias}' is a real instrument, and nobody chose this station; choose it with --lab-station or LABTEST_STATION, or simulate it with LABTEST_SIMULATE=1");
        return model;
    }

    private static ProfileException Problem(string file, string message) => new(new ProfileProblem(file, 0, 0, message));

    private static string? Metadata(Assembly assembly, string key) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == key)?.Value;
}
