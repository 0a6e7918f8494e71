using System.Text.Json.Nodes;
using LabTest.Recording.Assertions;
using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Testing.Foreign;

namespace LabTest.Recording.Tests.Files;

/// <summary>What foreign programs read from the files of a run.</summary>
public sealed class RunFilesTests
{
    private const string Arrow = """
        import { tableFromIPC } from 'apache-arrow';
        import { readFileSync } from 'fs';
        const table = tableFromIPC(readFileSync(process.argv[1]));
        const rows = table.toArray().map(r => Object.fromEntries(Object.entries(r.toJSON()).map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : v])));
        console.log(JSON.stringify({ rows, metadata: Object.fromEntries(table.schema.metadata) }));
        """;

    private const string Hdf5 = """
        import sys, json, h5py, math
        def plain(value):
            value = value.tolist() if hasattr(value, 'tolist') else value
            if isinstance(value, bytes): return value.decode()
            if isinstance(value, float) and math.isnan(value): return None
            if isinstance(value, (list, tuple)): return [plain(v) for v in value]
            return value
        found = {}
        def visit(name, object):
            entry = {'attributes': {k: plain(v) for k, v in object.attrs.items()}}
            if isinstance(object, h5py.Dataset): entry['values'] = plain(object[()])
            found['/' + name] = entry
        with h5py.File(sys.argv[1], 'r') as f:
            found['/'] = {'attributes': {k: plain(v) for k, v in f.attrs.items()}}
            f.visititems(visit)
        print(json.dumps(found))
        """;


    [Fact]
    public async Task Measurements_are_read_by_apache_arrow_with_their_verdicts()
    {
        await using var open = await OpenBench.On();
        await Measure(open.Bench);
        await open.Close();

        var table = JsonNode.Parse(await ForeignTool.ApacheArrow.Run(Arrow, open.Run.Measurements))!;

        var rows = table["rows"]!.AsArray();
        rows.Select(r => (string?)r!["name"]).Should().Equal("rail", "efficiency", "firmware", "enabled", "trace", "sweep");
        rows.Select(r => (string?)r!["verdict"]).Should().Equal("Fail", "Pass", "Recorded", "Recorded", "Recorded", "Recorded");
        var rail = rows[0]!;
        ((double)rail["lower"]!, (double)rail["upper"]!, (string?)rail["unit"], (int)rail["samples"]!).Should().Be((3.25, 3.35, "V", 3));
        ((string?)rail["limits"]).Should().Be("within 3.25 V and 3.35 V");
        ((double?)rows[1]!["lower"]).Should().BeApproximately(0.88, 1e-12, "88 % in the measurement's own unit");
        ((string?)rows[2]!["text"]).Should().Be("µ-1.2");
        ((bool?)rows[3]!["flag"]).Should().BeTrue();
        ((string?)rows[4]!["dataset"]).Should().Be("/waveforms/trace");
        ((string?)table["metadata"]!["project"]).Should().Be("tests");
    }

    [Fact]
    public async Task All_of_a_run_is_read_by_h5py_and_opens_on_a_plot()
    {
        await using var open = await OpenBench.On();
        await Measure(open.Bench);
        await open.Close();

        var file = await ReadHdf5(open.Run);

        Values(file, "/measurements/name").Should().Equal("rail", "efficiency", "firmware", "enabled", "trace", "sweep");
        Values(file, "/measurements/verdict").Should().Equal("Fail", "Pass", "Recorded", "Recorded", "Recorded", "Recorded");
        Values(file, "/measurements/text")[2].Should().Be("µ-1.2");
        Values(file, "/measurements/limits")[0].Should().Be("within 3.25 V and 3.35 V");
        file["/measurements/flag"]!["values"]!.AsArray().Select(v => (int)v!).Should().Equal(-1, -1, -1, 1, -1, -1);
        file.AsObject().Select(p => p.Key).Where(k => k.StartsWith("/measurements/", StringComparison.Ordinal)).Select(k => k["/measurements/".Length..])
            .Should().BeEquivalentTo(["number", "time", "test", "name", "value", "unit", "uncertainty", "lower", "upper", "verdict", "limits", "text", "flag", "dataset", "source", "conditions", "samples", "index", "attempt"], "docs/records.md says so");
        file["/waveforms/trace/value"]!["values"]!.AsArray().Select(v => (double)v!).Should().Equal(1, 2, 4);
        file["/waveforms/trace/time"]!["values"]!.AsArray().Select(v => (double)v!).Should().Equal(-1, -0.5, 0);
        Attribute(file, "/waveforms/trace/value", "units").Should().Be("V");
        Attribute(file, "/waveforms/trace/time", "units").Should().Be("ms");
        file["/tables/sweep/psu.vdd.voltage"]!["values"]!.AsArray().Select(v => (double)v!).Should().Equal(0, 1, 2);

        // From the root, `default` leads to a group whose `signal` and `axes` name its datasets.
        var kind = "/" + Attribute(file, "/", "default");
        var plot = $"{kind}/{Attribute(file, kind, "default")}";
        Attribute(file, plot, "NX_class").Should().Be("NXdata");
        file[$"{plot}/{Attribute(file, plot, "signal")}"].Should().NotBeNull();
        file[$"{plot}/{(string?)file[plot]!["attributes"]!["axes"]![0]}"].Should().NotBeNull();
    }

    [Fact]
    public async Task The_files_are_opened_by_h5dump()
    {
        await using var open = await OpenBench.On();
        await Measure(open.Bench);
        await open.Close();

        (await ForeignTool.H5dump.Run("-d", "/tables/sweep/dmm.reading", open.Run.Data)).Should().Contain("( 3 ) / ( H5S_UNLIMITED )").And.Contain("\"units\"");
    }

    [Fact]
    public async Task A_limit_that_is_asserted_long_after_its_measurement_is_in_every_file()
    {
        await using var open = await OpenBench.On();
        Measurement early = open.Bench.Record("early", 3.3.Volts());
        for (var i = 0; i < 2500; i++)
            open.Bench.Record("other", i.Volts());
        early.Should().BeWithin(3.Volts(), 4.Volts());
        await open.Close();

        var rows = JsonNode.Parse(await ForeignTool.ApacheArrow.Run(Arrow, open.Run.Measurements))!["rows"]!.AsArray();
        (rows.Count, (string?)rows[0]!["verdict"], (double?)rows[0]!["lower"]).Should().Be((2501, "Pass", 3.0));
        var file = await ReadHdf5(open.Run);
        Values(file, "/measurements/verdict").Take(2).Should().Equal("Pass", "Recorded");
        ((double?)file["/measurements/upper"]!["values"]![0]).Should().Be(4.0);
    }

    [Fact]
    public async Task All_files_are_made_anew_from_the_journal()
    {
        await using var open = await OpenBench.On();
        await Measure(open.Bench);
        await open.Close();
        var before = (await ReadHdf5(open.Run)).ToJsonString();
        var arrow = await ForeignTool.ApacheArrow.Run(Arrow, open.Run.Measurements);
        var document = await File.ReadAllTextAsync(open.Run.RunJson, TestContext.Current.CancellationToken);
        File.Delete(open.Run.Measurements);
        File.Delete(open.Run.RunJson);

        RunRecovery.Recover(open.Run).Problems.Should().BeEmpty();

        (await ReadHdf5(open.Run)).ToJsonString().Should().Be(before);
        (await ForeignTool.ApacheArrow.Run(Arrow, open.Run.Measurements)).Should().Be(arrow);
        (await File.ReadAllTextAsync(open.Run.RunJson, TestContext.Current.CancellationToken)).Should().Be(document);
    }

    [Fact]
    public async Task A_recovery_says_which_numbers_are_lost_and_makes_the_rest()
    {
        await using var open = await OpenBench.On();
        await Measure(open.Bench);
        await open.Close();
        File.Delete(open.Run.Data);

        var recovered = RunRecovery.Recover(open.Run);

        recovered.Problems.Should().ContainSingle().Which.Should().Contain("'trace' (/waveforms/trace) are lost");
        Values(await ReadHdf5(open.Run), "/measurements/name").Should().HaveCount(6);
    }

    private static async Task Measure(Bench bench)
    {
        await bench.Set("psu.vdd.output", true);
        try
        {
            await bench.Measure("rail", "dmm.reading", samples: 3).Should().BeWithin(3.25.Volts(), 3.35.Volts());
        }
        catch (LimitException)
        {
            // The station's rail is off: the verdict is what is looked at.
        }

        var efficiency = bench.Record("efficiency", new Quantity(0.9, Unit.One));
        efficiency.Should().BeAtLeast(88.Percent());
        bench.Record("firmware", "µ-1.2");
        bench.Record("enabled", true);
        bench.Record("trace", new Waveform(new double[] { 1, 2, 4 }, Unit.Parse("V"), 0.5.Milliseconds(), (-1).Milliseconds()));
        await bench.Scan("sweep", "psu.vdd.voltage", 0.Volts(), 2.Volts(), points: 3).Read("dmm.reading").Run();
    }

    private static async Task<JsonObject> ReadHdf5(RunFolder run) => JsonNode.Parse(await ForeignTool.H5py.Run(Hdf5, run.Data))!.AsObject();

    private static string[] Values(JsonObject file, string dataset) => [.. file[dataset]!["values"]!.AsArray().Select(v => (string)v!)];

    private static string? Attribute(JsonObject file, string path, string name) => (string?)file[path]!["attributes"]![name];
}
