using LabTest.Instruments;
using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

/// <summary>A bench whose instruments open, but whose settings cannot be read.</summary>
public sealed class FailedOpeningTests
{
    [Fact]
    public async Task A_bench_whose_settings_cannot_be_read_is_left_with_outputs_off()
    {
        using var folder = new TemporaryFolder();
        await using var supply = new FakeSupply(query => FakeSupply.Answer(query, "garbled"));
        await File.WriteAllTextAsync(folder["station.yaml"], $$"""
            labtest: station/1
            name: bench
            instruments:
              psu: { profile: keysight/edu36311a, address: "{{supply.Address}}", channels: { vdd: 1 }, set: { vdd: { output: true } } }
            """, TestContext.Current.CancellationToken);

        var open = async () => await Bench.Open(folder["station.yaml"], new BenchOptions { Runs = folder["runs"] });

        await open.Should().ThrowAsync<InstrumentException>().WithMessage("psu (TCPIP0::*'garbled'*");
        (await supply.Sent()).Where(m => m.StartsWith("OUTP ", StringComparison.Ordinal) && m.EndsWith("(@1)", StringComparison.Ordinal))
            .Should().Equal("OUTP 0,(@1)", "OUTP 1,(@1)", "OUTP 0,(@1)");
        var run = RunSummary.Read(new RunFolder(RunsFolder.Runs(folder["runs"]).Single()));
        run.Verdict.Should().Be(Verdict.Error);
        run.Closed.Should().NotBeNull();
    }

    [Fact]
    public async Task An_instrument_that_says_what_it_is_and_then_cannot_be_opened_is_left_with_outputs_off()
    {
        using var folder = new TemporaryFolder();
        await using var supply = new FakeSupply(query => query.StartsWith("SYST:VERS", StringComparison.Ordinal) ? "garbled" : FakeSupply.Answer(query, "0"));
        await File.WriteAllTextAsync(folder["station.yaml"], $$"""
            labtest: station/1
            name: bench
            instruments:
              psu: { profile: own.yaml, address: "{{supply.Address}}" }
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["own.yaml"], """
            labtest: instrument/1
            id: own/supply
            extends: keysight/edu36311a
            link: { on_open: [ { until: { ready: 1 }, timeout: 1 s } ] }
            parameters: { ready: { get: "SYSTem:VERSion?" } }
            """, TestContext.Current.CancellationToken);

        var open = async () => await Bench.Open(folder["station.yaml"], new BenchOptions { Runs = folder["runs"] });

        await open.Should().ThrowAsync<LabTestException>().WithMessage("*'garbled'*");
        (await supply.Sent()).Should().Contain("OUTP 0,(@1)");
    }
}
