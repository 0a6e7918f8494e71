using LabTest.Instruments.Profiles;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Tests.Support;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Drivers;

/// <summary>A driver made of a profile, called <c>it</c>, with a scripted wire behind it and virtual time.</summary>
internal sealed class ScriptedInstrument : IAsyncDisposable
{
    private readonly NotedWarnings _observer = new();
    private readonly VirtualTime _time = new(DateTimeOffset.UnixEpoch.AddYears(50));

    private ScriptedInstrument(StationModel station, Func<string, string?> answer)
    {
        Wire = new ScriptedTransport(message => answer(message) ?? message switch { "SYST:ERR?" => "0,\"No error\"", "*IDN?" => "TEST,it,1,1", _ => null });
        Driver = new Instrument(station.Instruments["it"], Wire, new LabClock(_time), _observer);
    }

    public Instrument Driver { get; }

    public ScriptedTransport Wire { get; }

    public IReadOnlyList<string> Warnings => _observer.Warnings;

    public TimeSpan Elapsed => _time.Elapsed;

    /// <summary>Makes one; its error queue is empty unless the script says otherwise.</summary>
    /// <param name="profile">The profile, without what stands first in each.</param>
    /// <param name="answer">The answer to a message; null for none.</param>
    /// <param name="station">What the station says of it.</param>
    public static ScriptedInstrument Make(string profile, Func<string, string?> answer, string station = "")
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["it.yaml"], TestBench.ProfileHead + profile);
        File.WriteAllText(folder["station.yaml"], $"labtest: station/1\nname: scripted\ninstruments:\n  it: {{ profile: it.yaml{station} }}\n");
        return new ScriptedInstrument(StationLoader.Load(folder["station.yaml"], new StationLoadOptions()), answer);
    }

    public async Task<ParameterValue> Read(string name, int channel = -1) => (await Driver.Read(Parameter(name), channel, CancellationToken.None)).Value;

    public async Task Set(string name, ParameterValue value, int channel = -1) => await Driver.Set(Parameter(name), channel, value, CancellationToken.None);

    public async Task<Waveform> Capture(string name) => await Driver.Capture(Parameter(name), -1, CancellationToken.None);

    public async Task Do(string action) => await Driver.Do(action, -1, CancellationToken.None);

    public ValueTask DisposeAsync() => Driver.DisposeAsync();

    private ParameterModel Parameter(string name) => Driver.Model.Parameters[name];
}
