namespace LabTest.Instruments.Tests.Simulation;

/// <summary>Waveforms that are fetched by one query, after commands that say which is meant.</summary>
public sealed class SharedWaveformTests
{
    private const string Station = "labtest: station/1\nname: it\ninstruments:\n  scope: { profile: scope.yaml }\n";

    private const string Scope = """
        labtest: instrument/1
        id: test/scope
        channels:
          ids: [1, 2]
          address: header
          parameters:
            trace:
              type: waveform
              prepare: [ ":WAVeform:SOURce CHANnel{ch}", ":WAVeform:FORMat WORD" ]
              preamble: { get: ":WAVeform:PREamble?", fields: [count, xinc] }
              get: ":WAVeform:DATA?"
              block: { sample: int16 }
              x: { unit: s, value: "i * xinc" }
              y: { unit: V, value: "raw / 100" }
              sim: { preamble: { count: 3, xinc: 0.1 }, y: ch }
        parameters:
          math:
            type: waveform
            prepare: [ ":WAVeform:SOURce MATH", ":WAVeform:FORMat WORD" ]
            preamble: { get: ":WAVeform:PREamble?", fields: [count, xinc] }
            get: ":WAVeform:DATA?"
            block: { sample: int16 }
            x: { unit: s, value: "i * xinc" }
            y: { unit: V, value: "raw / 10" }
            sim: { preamble: { count: 5, xinc: 0.2 }, y: 7 }
        """;

    [Fact]
    public async Task The_one_that_was_prepared_for_is_given()
    {
        using var folder = new Testing.TemporaryFolder();
        await File.WriteAllTextAsync(folder["scope.yaml"], Scope);
        await File.WriteAllTextAsync(folder["station.yaml"], Station);
        await using var station = await TestBench.Open(Stations.StationLoader.Load(folder["station.yaml"], new Stations.StationLoadOptions()));

        foreach (var (path, samples, interval) in ((string, double[], double)[])[("scope.math", [7, 7, 7, 7, 7], 0.2), ("scope.ch2.trace", [2, 2, 2], 0.1), ("scope.math", [7, 7, 7, 7, 7], 0.2), ("scope.ch1.trace", [1, 1, 1], 0.1)])
        {
            var waveform = await station.Capture(path);
            waveform.Samples.ToArray().Should().Equal(samples);
            waveform.Interval.Value.Should().BeApproximately(interval, 1e-12);
        }
    }
}
