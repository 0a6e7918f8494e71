using LabTest.Recording.Journal;
using LabTest.Recording.Runs;
using LabTest.Testing.Foreign;

namespace LabTest.Recording.Tests;

/// <summary>Instruments from the field that were left with their outputs on, or at the wrong value.</summary>
public sealed class SafeCaseTests
{
    private const int Patience = 300_000;

    [Fact(Timeout = Patience)]
    public async Task A_supply_that_takes_one_connection_and_frees_it_slowly_ends_off_after_an_answer_that_never_came()
    {
        await using var supply = await FieldCase.Start("12-one-connection-slow-to-free");
        await using var bench = await Bench.Open(supply.Station, new BenchOptions { Runs = Path.Combine(supply.Folder, "runs") });
        await bench.Set("psu.vdd.voltage", 5.Volts());
        await bench.Set("psu.vdd.output", true);
        await bench.Measure("first", "psu.vdd.current_measured");
        await bench.Measure("second", "psu.vdd.current_measured");
        var third = async () => await bench.Measure("third", "psu.vdd.current_measured");
        await third.Should().ThrowAsync<LabTestException>();
        var folder = new RunFolder(bench.RunFolder);

        await bench.DisposeAsync();

        var end = await supply.WaitFor(l => l.StartsWith("-- closed; output is 0 voltage 0", StringComparison.Ordinal), "its output is off");
        end.Should().NotBeNull();
        var output = supply.Output;
        Index(output, "OUTP 0").Should().BeLessThan(Index(output, "-- closed"), "the connection that was open took it");
        var run = RunSummary.Read(folder);
        run.Closed!.Failures.Should().BeEmpty();
        run.Closed.Instruments.Should().ContainSingle().Which.Should().BeEquivalentTo(new SafeStateRecord("psu", "safe_state", "read_back", Reason: null));
    }

    [Fact(Timeout = Patience)]
    public async Task A_supply_that_closes_an_idle_connection_ends_off()
    {
        await using var supply = await FieldCase.Start("29-idle-connection-closed");
        var bench = await Bench.Open(supply.Station, new BenchOptions { Runs = Path.Combine(supply.Folder, "runs") });
        await bench.Set("dev.voltage", 5.Volts());
        await bench.Set("dev.output", true);
        await supply.WaitFor(l => l.StartsWith("-- closed; output 1", StringComparison.Ordinal), "it closed the idle connection");
        var folder = new RunFolder(bench.RunFolder);

        await bench.DisposeAsync();

        await supply.WaitFor(l => l.StartsWith("-- closed; output 0", StringComparison.Ordinal), "its output is off");
        var run = RunSummary.Read(folder);
        run.Closed!.Failures.Should().BeEmpty();
        run.Closed.Instruments.Should().ContainSingle().Which.Sign.Should().Be("read_back");
    }

    [Fact(Timeout = Patience)]
    public async Task A_set_after_the_connection_was_closed_reaches_the_instrument_and_is_recorded_as_sent()
    {
        await using var supply = await FieldCase.Start("29-idle-connection-closed");
        await using var bench = await Bench.Open(supply.Station, new BenchOptions { Runs = Path.Combine(supply.Folder, "runs") });
        await bench.Set("dev.voltage", 5.Volts());
        await supply.WaitFor(l => l.StartsWith("-- closed;", StringComparison.Ordinal), "it closed the idle connection");

        await bench.Set("dev.voltage", 7.Volts());

        (await bench.Read("dev.voltage")).Should().Be(7.Volts());
        JournalReader.Read(new RunFolder(bench.RunFolder).Journal).OfType<ParameterSet>().Where(s => s.Path == "dev.voltage")
            .Should().OnlyContain(s => s.Sign == ParameterSet.Sent).And.HaveCount(2);
    }

    [Fact(Timeout = Patience)]
    public async Task A_scan_whose_start_reads_back_just_outside_gives_its_table_and_restores_the_nearest_value()
    {
        await using var converter = await FieldCase.Start("28-readback-just-outside");
        await using var bench = await Bench.Open(converter.Station, new BenchOptions { Runs = Path.Combine(converter.Folder, "runs") });
        await bench.Set("dev.plain", Quantity.Parse("-800 mV"));

        var table = await bench.Scan("line", "dev.plain", Quantity.Parse("0 mV"), Quantity.Parse("100 mV"), points: 3).Read("dev.reading").Run();

        table.RowCount.Should().Be(3);
        (await converter.WaitForCount(l => l.StartsWith("< 'PLA ", StringComparison.Ordinal), 5, "its start was restored")).Should().Be("< 'PLA -800'");
        JournalReader.Read(new RunFolder(bench.RunFolder).Journal).OfType<Warning>().Should().ContainSingle()
            .Which.Message.Should().Match("dev.plain reports -800.03* mV, and -800 mV is the nearest that may be set; that is taken instead");
    }

    [Fact(Timeout = Patience)]
    public async Task A_scan_whose_start_reads_back_far_outside_moves_nothing()
    {
        await using var converter = await FieldCase.Start("28-readback-just-outside");
        converter.EditProfile(p => p.Replace("range: [-800, 400], init: 0 }\n", "range: [-400, 400], init: 0 }\n", StringComparison.Ordinal));
        await using var bench = await Bench.Open(converter.Station, new BenchOptions { Runs = Path.Combine(converter.Folder, "runs") });

        var scan = async () => await bench.Scan("line", "dev.plain", Quantity.Parse("0 mV"), Quantity.Parse("100 mV"), points: 3).Read("dev.reading").Run();

        await scan.Should().ThrowAsync<LabTestException>().WithMessage("*dev.plain reports -800.03*Nothing was clipped; the instrument has no safe state*");
        converter.Output.Should().NotContain(l => l.StartsWith("< 'PLA ", StringComparison.Ordinal));
    }

    private static int Index(IReadOnlyList<string> lines, string part) => lines.TakeWhile(l => !l.Contains(part, StringComparison.Ordinal)).Count();
}
