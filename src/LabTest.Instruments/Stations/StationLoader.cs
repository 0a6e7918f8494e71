using LabTest.Instruments.Profiles;
using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>Loads station files with the profiles they name.</summary>
internal static class StationLoader
{
    /// <summary>Loads a station.</summary>
    /// <exception cref="ProfileException">There are problems in it or in a profile.</exception>
    public static StationModel Load(string file, StationLoadOptions options)
    {
        file = Path.GetFullPath(file);
        var text = SourceFile.Read(file);
        var binder = new YamlBinder();
        var spec = binder.BindOrThrow<StationSpec>(YamlReader.ReadMapping(file, text));
        string[] own = [.. (spec.Profiles ?? []).Select(p => Path.GetFullPath(p, Path.GetDirectoryName(file)!))];
        foreach (var folder in own.Where(f => !Directory.Exists(f)))
            binder.Add(spec.MarkOf("profiles"), $"there is no folder '{folder}'");
        var folders = ProfileFolders.For(file, [.. own, .. options.ProfileFolders], options.ProjectFolder);
        return new StationCompiler(spec, binder, new ProfileLoader(folders), options).Compile(new ProfileSource(file, text), folders);
    }
}
