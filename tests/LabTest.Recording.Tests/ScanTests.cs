using LabTest.Data;
using LabTest.Recording.Assertions;
using LabTest.Recording.Journal;

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
    public async Task A_column_that_leaves_its_limits_names_the_rows()
    {
        await using var open = await OpenBench.On();
        await open.Bench.Set("psu.vdd.output", true);
        var scan = await open.Bench.Scan("line", "psu.vdd.voltage", 0.Volts(), 5.Volts(), points: 6).Read("dmm.reading").Run();

        var assert = () => scan["dmm.reading"].Should().StayWithin(-0.1.Volts(), 3.5.Volts());

        assert.Should().Throw<LimitException>().WithMessage("line/dmm.reading does not stay within -100 mV and 3.5 V: row 4 is *V, row 5 is *V.");
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
        await File.WriteAllTextAsync(open.Folder["Line.Holds#line.verified.csv"], received.Replace("\n3,", "\n3.5,"));
        Environment.SetEnvironmentVariable("DiffEngine_Disabled", "true");
        var second = async () => (await Scan()).Should().MatchGolden(relativeTolerance: 0.01, sourceFile: source, member: "Holds");
        await second.Should().ThrowAsync<LimitException>().WithMessage("'psu.vdd.voltage' in row 2 is 3 V; the golden value is 3.5 V*");
    }
}
