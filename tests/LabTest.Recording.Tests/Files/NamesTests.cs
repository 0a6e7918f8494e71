using System.Text.Json;
using LabTest.Data;
using LabTest.Recording.Journal;
using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Recording.Tests.Files;

/// <summary>No name breaks the record: whatever tests, measurements, waveforms, arrays, tables, columns and conditions are called, h5py finds each with its numbers.</summary>
public sealed class NamesTests
{
    private const int AtOnce = 250;

    private const string Read = """
        import sys, json, h5py
        def text(v): return v.decode() if isinstance(v, bytes) else v
        def name(key, o): return text(o.attrs['name']) if 'name' in o.attrs else key
        with h5py.File(sys.argv[1], 'r') as f:
            rows = f['measurements']
            out = {'rows': [[text(n), v if v == v else None, text(t), text(d)] for n, v, t, d in zip(rows['name'][:], rows['value'][:].tolist(), rows['text'][:], rows['dataset'][:])], 'tests': [], 'groups': {}}
            for key, test in f['tests'].items():
                scalars, links = [], []
                for k in test:
                    if test.get(k, getlink=True).__class__ is h5py.SoftLink: links.append([name(k, test[k]), test.get(k, getlink=True).path])
                    else: scalars.append([name(k, test[k]), test[k][:].tolist()])
                out['tests'].append({'name': text(test.attrs['id']), 'scalars': scalars, 'links': links, 'conditions': [text(c) for c in test.attrs['conditions']]})
            for kind in ('waveforms', 'arrays', 'tables'):
                for key, g in f[kind].items():
                    columns = [text(c) for c in g.attrs['columns']] if 'columns' in g.attrs else ['value']
                    out['groups']['/' + kind + '/' + key] = [[name(c, g[c]), [float(v) for v in g[c][:]]] for c in columns if c != 'time']
        print(json.dumps(out))
        """;

    [Fact, Trait("Soak", "names")]
    public async Task No_name_breaks_the_record()
    {
        var rounds = Effort.Count(40, 20_000);
        for (var first = 0; first < rounds; first += AtOnce)
        {
            using var folder = new TemporaryFolder();
            List<Round> expected = [];
            RunFolder run;
            using (var recorder = RunRecorder.Start(new RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests" }))
            {
                run = recorder.Folder;
                for (var i = first; i < Math.Min(rounds, first + AtOnce); i++)
                    expected.Add(Round.Record(recorder, Effort.Random(i), i));
                recorder.Finish().Should().BeEmpty(Effort.Again);
                recorder.Summary.Warnings.Should().BeEmpty(Effort.Again);
            }

            var read = await ForeignTool.H5py.Run(Read, run.Data);
            Compare(JsonSerializer.Deserialize<JsonElement>(read), expected);
            File.Delete(run.Measurements);
            RunRecovery.Recover(run).Problems.Should().BeEmpty(Effort.Again);
            (await ForeignTool.H5py.Run(Read, run.Data)).Should().Be(read);
        }

        Effort.Report(rounds, "tests with names at random for everything in them");
    }

    [Fact]
    public void A_journal_with_a_place_that_cannot_be_rebuilt_is_recovered_past_it_and_ends_with_a_list()
    {
        using var attack = new Attack();
        using (var journal = new JournalWriter(attack.Run.Journal, TimeProvider.System))
        {
            journal.Write(new RunStarted("r", "b", null, null, "p", null, true, new Dictionary<string, string>(), RunEnvironments.Current(null), JournalWriter.Format, 1), new Instant(1));
            foreach (var place in (string[])["/tables/a\0b", "/tables/ok", "/tables/ok"])
                journal.Write(new TableStarted(null, place, "scan", [new ColumnRecord("x", "V", true)]), new Instant(2));
            journal.Write(new MeasurementTaken(null, "after", 5, null, null, null, "V", null, 1, null, [], 0, 1), new Instant(3));
            journal.Write(new RunFinished(Verdict.Pass, null, true, 6), new Instant(4));
        }

        var recovered = RunRecovery.Recover(attack.Run);

        recovered.Problems.Should().HaveCount(2).And.OnlyContain(p => p.Contains("data.h5 lacks the table", StringComparison.Ordinal));
        using var data = Hdf5.Hdf5File.OpenRead(attack.Run.Data);
        data.Root.Group("measurements").Dataset<double>("value").ReadAll().Should().Equal(5);
        data.Root.TryGet("tables/ok", out _).Should().BeTrue();
        File.Exists(attack.Run.Report).Should().BeTrue();
    }

    private static void Compare(JsonElement file, List<Round> expected)
    {
        var rows = file.GetProperty("rows").EnumerateArray().Select(r => (Name: r[0].GetString()!, Value: r[1].ValueKind == JsonValueKind.Null ? (double?)null : r[1].GetDouble(), Text: r[2].GetString()!, Dataset: r[3].GetString()!)).ToArray();
        rows.Select(r => (r.Name, r.Value, r.Text)).Should().Equal(expected.SelectMany(e => e.Rows), Effort.Again);
        var tests = file.GetProperty("tests").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!);
        var groups = file.GetProperty("groups");
        tests.Count.Should().Be(expected.Count, Effort.Again);
        foreach (var round in expected)
        {
            var test = tests[round.Id];
            Pairs(test.GetProperty("scalars")).Should().BeEquivalentTo(round.Scalars, Effort.Again);
            test.GetProperty("conditions").EnumerateArray().Select(c => c.GetString()).Should().Equal(round.Conditions, Effort.Again);
            var links = test.GetProperty("links").EnumerateArray().Select(l => l[1].GetString()!).ToArray();
            links.Should().OnlyHaveUniqueItems(Effort.Again);
            links.Select(l => string.Join(';', Pairs(groups.GetProperty(l)))).Should().BeEquivalentTo(round.Numbers, Effort.Again);
        }
    }

    private static IEnumerable<string> Pairs(JsonElement pairs) =>
        pairs.EnumerateArray().Select(p => Pair(p[0].GetString()!, p[1].EnumerateArray().Select(v => v.GetDouble())));

    private static string Pair(string name, IEnumerable<double> values) => $"{name}={string.Join(',', values)}";

    /// <summary>One test with something of every kind, and what a reader should find of it.</summary>
    private sealed class Round
    {
        public required string Id { get; init; }

        public required string[] Conditions { get; init; }

        public List<(string Name, double? Value, string Text)> Rows { get; } = [];

        public List<string> Scalars { get; } = [];

        public List<string> Numbers { get; } = [];

        public static Round Record(RunRecorder run, Random random, int number)
        {
            var names = new HostileNames(random);
            var conditions = names.Distinct(random.Next(1, 4)).Select(n => new Condition(n, new Quantity(3, Unit.Parse("V")))).ToArray();
            var test = new TestInfo { Id = $"id-{number}", Class = random.Next(2) == 0 ? "N.C" : names.Next(), Method = "M", Name = names.Next(), Conditions = conditions };
            var round = new Round { Id = test.Id, Conditions = [.. conditions.Select(c => $"{HostileNames.Kept(c.Name)} = 3 V")] };
            var scope = run.BeginTest(test);
            var own = names.Distinct(4);
            double next = number * 1000;
            foreach (var name in own)
            {
                round.Scalar(run, scope, name, next++);
                if (random.Next(2) == 0)
                    round.Text(run, scope, name, names.Next());
                if (random.Next(2) == 0)
                    round.Many(run, scope, name, new ArrayValue(new double[] { next++ }, Unit.One), Pair("value", [next - 1]));
                if (random.Next(2) == 0)
                    round.Many(run, scope, name, new WaveformValue(new Waveform(new double[] { next++, 2 }, Unit.One, 1.Milliseconds(), 0.Milliseconds())), Pair("value", [next - 1, 2]));
                if (random.Next(2) == 0)
                    round.Table(run, scope, name, names.Distinct(3), next++);
                if (random.Next(2) == 0)
                    round.Scan(run, scope, name, names.Distinct(3), next++);
            }

            run.FinishTest(scope, Verdict.Recorded, null, names.Next());
            return round;
        }

        private void Scalar(RunRecorder run, TestScope scope, string name, double value)
        {
            run.Record(scope, new MeasurementDraft(name, new ScalarValue(new Quantity(value, Unit.One)), run.Now));
            Rows.Add((HostileNames.Kept(name), value, ""));
            Scalars.Add(Pair(HostileNames.Kept(name), [value]));
        }

        private void Text(RunRecorder run, TestScope scope, string name, string text)
        {
            run.Record(scope, new MeasurementDraft(name, new TextValue(text), run.Now));
            Rows.Add((HostileNames.Kept(name), null, HostileNames.Kept(text)));
        }

        private void Many(RunRecorder run, TestScope scope, string name, MeasuredValue value, string pairs, string? dataset = null)
        {
            run.Record(scope, new MeasurementDraft(name, value, run.Now) { Dataset = dataset });
            Rows.Add((HostileNames.Kept(name), null, ""));
            Numbers.Add(pairs);
        }

        private void Table(RunRecorder run, TestScope scope, string name, string[] columns, double value)
        {
            columns = [.. columns.Where(c => c != "time")];
            var table = new Table([.. columns.Select((c, i) => Columns.Of(c, [value + i]))]);
            Many(run, scope, name, new TableValue(table), string.Join(';', columns.Select((c, i) => Pair(HostileNames.Kept(c), [value + i]))));
        }

        private void Scan(RunRecorder run, TestScope scope, string name, string[] columns, double value)
        {
            var dataset = run.NextTable(name);
            run.Write(new TableStarted(scope.Number, dataset, "scan", [.. columns.Select((c, i) => new ColumnRecord(c, "V", i == 0))]), run.Now);
            run.Write(new TableRowTaken(dataset, 0, [.. columns.Select((_, i) => value + i)]), run.Now);
            run.Write(new TableFinished(dataset, 1, "success", null), run.Now);
            var table = new Table([.. columns.Select((c, i) => Columns.Of(c, [value + i]))]);
            Many(run, scope, name, new TableValue(table), string.Join(';', columns.Select((c, i) => Pair(HostileNames.Kept(c), [value + i]))), dataset);
        }
    }
}
