using LabTest.Data;
using LabTest.Instruments;
using LabTest.Recording.Assertions;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

public sealed class ScanTests
{
    [Fact]
    public async Task A_scan_gives_a_row_a_point_and_the_parameter_its_value_back()
    {
        await using var open = await OpenBench.On();
        await open.Bench.Set("psu.vdd.output", true);
        await open.Bench.Set("psu.vdd.voltage", 1.5.Volts());

        Table scan = await open.Bench.Scan("line", "psu.vdd.voltage", 0.Volts(), 5.Volts(), points: 11).Read("dmm.reading").Run();

        scan.Columns.Select(c => c.Name).Should().Equal("psu.vdd.voltage", "dmm.reading", "time");
        scan["psu.vdd.voltage"].ToNumbers().Should().Equal(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5);
        scan.Rows.Should().OnlyContain(r => (r["psu.vdd.voltage"] - r["dmm.reading"]).Abs() < 1.Millivolts());
        (await open.Bench.Read("psu.vdd.voltage")).Should().Be(1.5.Volts());
        open.Journal.OfType<TableRowTaken>().Should().HaveCount(11);
        open.Journal.OfType<TableFinished>().Single().Exit.Should().Be("success");
    }

    [Fact]
    public async Task Every_set_point_is_checked_before_the_first_move()
    {
        await using var open = await OpenBench.On();
        var before = open.Journal.OfType<ParameterSet>().Count();

        var scan = async () => await open.Bench.Scan("line", "psu.vdd.voltage", 5.Volts(), 6.Volts(), points: 11).Read("dmm.reading").Run();

        await scan.Should().ThrowAsync<BoundViolationException>().WithMessage("*5.6 V*");
        open.Journal.OfType<ParameterSet>().Should().HaveCount(before);
    }

    [Fact]
    public async Task A_scan_says_what_failed_first_where_the_way_back_fails_too()
    {
        var isBroken = false;
        await using var supply = new FakeSupply(query =>
        {
            if (isBroken)
                return null;
            isBroken = query.StartsWith("MEAS", StringComparison.Ordinal);
            return FakeSupply.Answer(query, isBroken ? "garbled" : "1");
        });
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["psu.yaml"], "labtest: instrument/1\nid: test/psu\nextends: keysight/edu36311a\nsafety: { deadline: 1 s }\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["station.yaml"], $$"""
            labtest: station/1
            name: bench
            instruments:
              psu: { profile: psu.yaml, address: "{{supply.Address}}" }
            """, TestContext.Current.CancellationToken);
        var bench = await Bench.Open(folder["station.yaml"], new BenchOptions { Runs = folder["runs"] });

        var scan = async () => await bench.Scan("line", "psu.1.voltage", 0.Volts(), 5.Volts(), points: 6).Read("psu.1.voltage_measured").Run();

        await scan.Should().ThrowAsync<InstrumentException>().WithMessage("*'garbled'*");
        var close = async () => await bench.DisposeAsync();
        JournalReader.Read(new RunFolder(bench.RunFolder).Journal).OfType<Warning>().Should().ContainSingle(w => w.Message.StartsWith("psu.ch1.voltage did not get its value back:", StringComparison.Ordinal));
        await close.Should().ThrowAsync<AggregateException>("the outputs could not be switched off");
    }

    [Fact]
    public async Task A_column_that_leaves_its_limits_names_the_set_points()
    {
        await using var open = await OpenBench.On();
        await open.Bench.Set("psu.vdd.output", true);
        var scan = await open.Bench.Scan("line", "psu.vdd.voltage", 0.Volts(), 5.Volts(), points: 6).Read("dmm.reading").Run();

        var assert = () => scan["dmm.reading"].Should().StayWithin(-0.1.Volts(), 3.5.Volts());

        assert.Should().Throw<LimitException>().WithMessage("line/dmm.reading does not stay within -100 mV and 3.5 V: * V at psu.vdd.voltage = 4 V, * V at psu.vdd.voltage = 5 V.");
        var limit = open.Journal.OfType<LimitJudged>().Single();
        limit.Verdict.Should().Be(Verdict.Fail);
        limit.Most.Should().BeApproximately(5, 1e-3);
        limit.Name.Should().Be("line/dmm.reading");
    }

    [Fact]
    public async Task A_golden_table_is_made_once_and_compared_from_then_on()
    {
        await using var open = await OpenBench.On();
        await open.Bench.Set("psu.vdd.output", true);
        var source = open.Folder["Line.cs"];
        Task<Table> Scan() => open.Bench.Scan("line", "psu.vdd.voltage", 1.Volts(), 5.Volts(), points: 5).Read("dmm.reading").Run();

        var first = async () => (await Scan()).Should().MatchGolden(relativeTolerance: 0.01, sourceFile: source, member: "Holds");
        await first.Should().ThrowAsync<LimitException>().WithMessage("*no golden table*Line.Holds#line.received.csv*rename it to 'Line.Holds#line.verified.csv'*");
        var received = await File.ReadAllTextAsync(open.Folder["Line.Holds#line.received.csv"]);
        received.Should().StartWith("psu.vdd.voltage [V],dmm.reading [V]");
        File.Move(open.Folder["Line.Holds#line.received.csv"], open.Folder["Line.Holds#line.verified.csv"]);

        (await Scan()).Should().MatchGolden(relativeTolerance: 0.01, sourceFile: source, member: "Holds");
        File.Exists(open.Folder["Line.Holds#line.received.csv"]).Should().BeFalse();
        open.Journal.OfType<LimitJudged>().Select(l => (l.Name, l.Kind, l.Verdict, l.Description)).Should().Equal(
            ("line", "golden", Verdict.Fail, "as in Line.Holds#line.verified.csv (relative tolerance 0.01)"),
            ("line", "golden", Verdict.Pass, "as in Line.Holds#line.verified.csv (relative tolerance 0.01)"));
        await File.WriteAllTextAsync(open.Folder["Line.Holds#line.verified.csv"], received.Replace("\n3,", "\n3.5,"));
        Environment.SetEnvironmentVariable("DiffEngine_Disabled", "true");
        var second = async () => (await Scan()).Should().MatchGolden(relativeTolerance: 0.01, sourceFile: source, member: "Holds");
        await second.Should().ThrowAsync<LimitException>().WithMessage("'psu.vdd.voltage' in row 2 is 3 V; the golden value is 3.5 V*");
    }
}
