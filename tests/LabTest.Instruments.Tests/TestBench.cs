using LabTest.Instruments.Profiles;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Stations;
using LabTest.Testing;

namespace LabTest.Instruments.Tests;

/// <summary>Profiles and stations for tests: those of the repository, or a text.</summary>
internal static class TestBench
{
    public static string Instruments { get; } = Path.Combine(Repository.Root, "instruments");

    /// <summary>Loads a profile from a text; what stands first in every profile may be left out.</summary>
    public static InstrumentModel Profile(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["profile.yaml"], text.StartsWith("labtest:", StringComparison.Ordinal) ? text : $"{ProfileHead}{text}");
        return new ProfileLoader([Instruments]).LoadFile(folder["profile.yaml"]);
    }

    public const string ProfileHead = "labtest: instrument/1\nid: test/it\n";

    public static InstrumentModel Shipped(string id) => new ProfileLoader([Instruments]).LoadFile(Path.Combine(Instruments, $"{id}.yaml"));

    public static StationModel Station(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["station.yaml"], text);
        return StationLoader.Load(folder["station.yaml"], new StationLoadOptions { ProfileFolders = [Instruments] });
    }

    public static StationModel ShippedStation(string name) => StationLoader.Load(
        Path.Combine(Repository.Root, "fixtures", "stations", $"{name}.yaml"), new StationLoadOptions { ProfileFolders = [Instruments] });

    public static ValueTask<OpenedStation> Open(StationModel station) => OpenedStation.Open(station, new OpenOptions(), CancellationToken.None);

    public static ValueTask<OpenedStation> Open(string station) => Open(Station(station));

    /// <summary>A simulated instrument on its own.</summary>
    public static SimulatedInstrument Simulate(InstrumentModel model, int seed = 0) =>
        new SimulatedStation(new LabClock(new VirtualTime(DateTimeOffset.UnixEpoch)), seed).Add("it", model, new SimulatedInstrumentOptions());

    public static async ValueTask Set(this OpenedStation station, string path, ParameterValue value)
    {
        var target = station.Resolve(path);
        await target.Instrument.Set(target.Parameter, target.Channel, value, CancellationToken.None);
    }

    public static async ValueTask<string?> ReadText(this OpenedStation station, string path)
    {
        var source = station.Resolve(path);
        return (await source.Instrument.Read(source.Parameter, source.Channel, CancellationToken.None)).Value.Text;
    }

    public static async ValueTask<Quantity> Read(this OpenedStation station, string path)
    {
        var source = station.Resolve(path);
        return (await source.Instrument.Read(source.Parameter, source.Channel, CancellationToken.None)).Value.Quantity;
    }

    public static async ValueTask<Waveform> Capture(this OpenedStation station, string path)
    {
        var source = station.Resolve(path);
        return await source.Instrument.Capture(source.Parameter, source.Channel, CancellationToken.None);
    }
}
