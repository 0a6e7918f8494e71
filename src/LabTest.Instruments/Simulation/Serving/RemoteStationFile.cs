using LabTest.Instruments.Stations;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Simulation.Serving;

/// <summary>
/// Writes a station file that points at simulators in another process. What belongs to the simulation (wiring, device under test, variables,
/// faults) lives there and is left out; what guards the bench (bounds, settings, calibration, actions, conditions) stays.
/// </summary>
internal static class RemoteStationFile
{
    private static readonly string[] OfTheSimulation = ["wiring", "dut_model", "simulate", "seed", "profiles"];

    public static void Write(StationModel station, IReadOnlyList<ServedInstrument> served, string file)
    {
        file = Path.GetFullPath(file);
        var root = YamlReader.ReadMapping(station.Source.File, station.Source.Text);
        var folder = Path.GetDirectoryName(file)!;
        var entries = root.Entries.Where(e => !OfTheSimulation.Contains(e.Key.Text) && e.Key.Text != "instruments").ToList();
        entries.Add(Entry("simulate", Word("remote")));
        if (Folders(station, folder) is { Count: > 0 } folders)
            entries.Add(Entry("profiles", new YamlSequence(default, folders)));
        entries.Add(Entry("instruments", new YamlMapping(default, [.. served.Select(s => Entry(s.Alias, Instrument(station, root, s, folder)))])));
        File.WriteAllText(file, $"# Written by labtest sim from {Path.GetFileName(station.Source.File)}; it holds while that simulator runs.\n{YamlText.Write(new YamlMapping(default, entries))}");
    }

    private static YamlMapping Instrument(StationModel station, YamlMapping root, ServedInstrument served, string folder)
    {
        var written = (YamlMapping)((YamlMapping)root.Find("instruments")!).Find(served.Alias)!;
        var profile = station.Spec.Instruments[served.Alias].Profile;
        if (station.Instruments[served.Alias].Model.Id != profile)
            profile = Path.GetRelativePath(folder, Path.GetFullPath(profile, Path.GetDirectoryName(station.Source.File)!));
        return new YamlMapping(default,
        [
            Entry("profile", Word(profile)),
            Entry("address", Word(served.Address.Text)),
            .. written.Entries.Where(e => e.Key.Text is not ("profile" or "address" or "simulate" or "sim")),
        ]);
    }

    // The folders that profiles came from, unless every program has them beside it.
    private static List<YamlNode> Folders(StationModel station, string folder) =>
    [
        .. station.ProfileFolders
            .Where(f => !Path.GetFullPath(f).StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Where(f => station.Instruments.Values.Any(i => i.Model.Sources.Any(s => Path.GetFullPath(s.File).StartsWith(Path.GetFullPath(f), StringComparison.Ordinal))))
            .Select(f => Word(Path.GetRelativePath(folder, f))),
    ];

    private static KeyValuePair<YamlScalar, YamlNode> Entry(string key, YamlNode value) => KeyValuePair.Create(Word(key), value);

    private static YamlScalar Word(string text) => new(default, text, isPlain: true);
}
