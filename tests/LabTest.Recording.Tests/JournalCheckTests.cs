using System.Buffers;
using System.Text;
using LabTest.Recording.Assertions;
using LabTest.Recording.Journal;
using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Recording.Tests;

/// <summary>A journal is checked, not believed: what is damaged is named and left out, everything else is recovered, and the run does not pass.</summary>
public sealed class JournalCheckTests
{
    [Theory]
    [InlineData("journal/line-deleted-unnoticed.jsonl", 388, "Number 146 is missing")]
    [InlineData("journal/line-twice-crash.jsonl", 389, "Line 18: its number 36 is that of line 37; it is left out.")]
    [InlineData("journal/bit-flipped-crash.jsonl", 388, "it is left out.")]
    [InlineData("journal/key-dropped-crash.jsonl", 388, "it is left out.")]
    public async Task One_bad_line_in_a_journal_of_the_first_format_is_named_and_all_others_are_recovered(string name, int events, string named)
    {
        using var attack = Attack.On(Attack.Known(name));

        var recovered = RunRecovery.Recover(attack.Run);

        recovered.Problems.Where(p => !p.Contains("are lost", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().Contain(named);
        recovered.Summary.Verdict.Should().Be(Verdict.Error);
        JournalReader.Read(attack.Run.Journal).Should().HaveCount(events);
        var rows = await ForeignTool.H5py.Run("import sys, h5py; print(len(h5py.File(sys.argv[1], 'r')['measurements/value']))", attack.Run.Data);
        long.Parse(rows, System.Globalization.CultureInfo.InvariantCulture).Should().Be(recovered.Summary.Measurements);
        (await File.ReadAllTextAsync(attack.Run.Report, TestContext.Current.CancellationToken)).Should().Contain("The journal is damaged");
        (await File.ReadAllTextAsync(attack.Run.RunJson, TestContext.Current.CancellationToken)).Should().Contain("\"journalProblems\": [\n");
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public async Task A_journal_whose_line_ends_an_editor_has_changed_is_read_and_that_is_named(string end, string mark)
    {
        await using var open = await OpenBench.On();
        open.Bench.Record("rail", 3.3.Volts()).Should().BeWithin(3.Volts(), 4.Volts());
        await open.Close();
        var events = open.Journal;
        var text = await File.ReadAllTextAsync(open.Run.Journal, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(open.Run.Journal, Encoding.UTF8.GetBytes(mark + text.Replace("\n", end, StringComparison.Ordinal)), TestContext.Current.CancellationToken);

        var recovered = RunRecovery.Recover(open.Run);

        recovered.Problems.Should().ContainSingle().Which.Should().Contain("line ends were changed").And.Contain(".gitattributes");
        (recovered.Summary.Verdict, recovered.Summary.Measurements).Should().Be((Verdict.Error, 1));
        JournalReader.Read(open.Run.Journal).Select(e => e.Number).Should().Equal(events.Select(e => e.Number));
    }

    [Fact]
    public async Task A_line_that_is_altered_is_found_behind_changed_line_ends_too()
    {
        await using var open = await OpenBench.On();
        open.Bench.Record("rail", 3.3.Volts());
        await open.Close();
        var lines = await File.ReadAllLinesAsync(open.Run.Journal, TestContext.Current.CancellationToken);
        var at = Array.FindIndex(lines, l => l.Contains("\"rail\"", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("3.3", "3.2", StringComparison.Ordinal);
        await File.WriteAllTextAsync(open.Run.Journal, string.Join("\r\n", lines) + "\r\n", TestContext.Current.CancellationToken);

        var summary = RunSummary.Read(open.Run);

        summary.JournalProblems.Should().HaveCount(2).And.Contain(p => p.StartsWith($"Line {at + 1}: its checksum is not", StringComparison.Ordinal));
    }

    [Fact]
    public void A_data_file_of_ten_bytes_does_not_stop_a_recovery()
    {
        using var attack = Attack.On(Attack.Known("tenbyte/events.jsonl"));
        File.WriteAllBytes(attack.Run.Data, Attack.Known("tenbyte/data.h5"));
        File.WriteAllBytes(attack.Run.Measurements, Attack.Known("tenbyte/measurements.arrows"));

        var recovered = RunRecovery.Recover(attack.Run);

        recovered.Summary.Verdict.Should().Be(Verdict.Pass, "the journal is whole");
        recovered.Problems.Should().HaveCount(1 + recovered.Summary.Arrays.Count).And.Contain(p => p.Contains("data.h5' cannot be read", StringComparison.Ordinal));
        recovered.Problems.Skip(1).Should().OnlyContain(p => p.Contains("are lost", StringComparison.Ordinal));
        new FileInfo(attack.Run.Data).Length.Should().BeGreaterThan(10_000);
        File.ReadAllBytes(attack.Run.Data + ".kept").Should().Equal(Attack.Known("tenbyte/data.h5"));
    }

    [Fact]
    public async Task Each_line_ends_with_a_checksum_and_the_last_counts_them()
    {
        await using var open = await OpenBench.On();
        open.Bench.Record("rail", 3.3.Volts());
        await open.Close();

        var events = open.Journal;
        ((RunStarted)events[0]).Format.Should().Be(2);
        ((RunFinished)events[^1]).Lines.Should().Be(events.Length);
        foreach (var line in await File.ReadAllLinesAsync(open.Run.Journal, TestContext.Current.CancellationToken))
            JournalSeal.Check(Encoding.UTF8.GetBytes(line)).Should().BeTrue();
    }

    [Fact]
    public async Task Whatever_bit_of_a_line_flips_the_line_is_named()
    {
        var journal = await Sample();
        var random = Effort.Random(0);
        for (var i = 0; i < 200; i++)
        {
            var damaged = journal.ToArray();
            int at;
            do
                at = random.Next(damaged.Length);
            while (damaged[at] == '\n');
            damaged[at] ^= (byte)(1 << random.Next(8));
            using var attack = Attack.On(damaged);

            var summary = RunSummary.Read(attack.Run);

            summary.JournalProblems.Should().NotBeEmpty("bit of byte {0}, {1}", at, Effort.Again);
            (summary.Verdict, summary.State).Should().NotBe((Verdict.Recorded, RunState.Finished));
        }
    }

    [Fact]
    public async Task A_line_that_is_taken_out_doubled_swapped_or_altered_is_told()
    {
        var lines = Lines(await Sample());
        string[] without = [.. lines[..5], .. lines[6..]];
        string[] twice = [.. lines[..6], .. lines[5..]];
        string[] swapped = [.. lines[..5], lines[6], lines[5], .. lines[7..]];
        string[] unsealed = [.. lines[..5], lines[5][..lines[5].LastIndexOf(",\"c\"", StringComparison.Ordinal)] + "}", .. lines[6..]];
        string[] headless = lines[1..];

        Told(without).Should().Equal("Number 6 is missing: its line was lost or taken out.");
        Told(twice).Should().Equal("Line 7: its number 6 is that of an earlier line; it is left out.");
        Told(swapped).Should().Equal("Line 6: it stands in the wrong place: its number 7 comes later.");
        Told(unsealed).Should().Equal("Line 6: it has no checksum; it is left out.");
        Told(headless).Should().Equal("Number 1 is missing: its line was lost or taken out.");
    }

    [Fact]
    public async Task Lines_that_were_swapped_are_recovered_in_the_order_in_which_they_were_written()
    {
        var lines = Lines(await Sample());
        var sound = Attack.On(Bytes(lines));
        using var attack = Attack.On(Bytes([lines[0], .. lines[1..^1].Reverse(), lines[^1]]));

        RunRecovery.Recover(sound.Run);
        RunRecovery.Recover(attack.Run);

        const string Names = "import sys, h5py; f = h5py.File(sys.argv[1], 'r'); print(f['measurements/name'][:], f['measurements/verdict'][:])";
        (await ForeignTool.H5py.Run(Names, attack.Run.Data)).Should().Be(await ForeignTool.H5py.Run(Names, sound.Run.Data));
        sound.Dispose();
    }

    [Fact]
    public async Task A_journal_without_its_first_line_is_recovered()
    {
        using var attack = Attack.On(Bytes(Lines(await Sample())[1..]));

        var recovered = RunRecovery.Recover(attack.Run);

        recovered.Problems.Should().Contain(p => p.StartsWith("Number 1 is missing", StringComparison.Ordinal));
        recovered.Summary.Measurements.Should().Be(40);
        File.Exists(attack.Run.Data).Should().BeTrue();
        File.Exists(attack.Run.Report).Should().BeTrue();
    }

    [Fact]
    public async Task A_torn_end_is_named_once_nobody_writes_any_more_and_is_no_damage_while_somebody_does()
    {
        var journal = await Sample();
        using var attack = Attack.On(journal.AsSpan(0, journal.Length - 30));

        RunSummary.Read(attack.Run).JournalProblems.Should().ContainSingle().Which.Should().Contain("the last, is not whole");
        using var writer = RunLock.TryTake(attack.Run);
        RunSummary.Read(attack.Run).JournalProblems.Should().BeEmpty();
    }

    [Fact]
    public void Events_and_members_of_later_versions_are_passed_over()
    {
        using var attack = new Attack();
        using (var journal = new JournalWriter(attack.Run.Journal, TimeProvider.System))
        {
            journal.Write(new RunStarted("r", "b", null, null, "p", null, true, new Dictionary<string, string>(), RunEnvironments.Current(null), JournalWriter.Format, 1), new Instant(1));
        }

        File.AppendAllText(attack.Run.Journal, Sealed("""{"e":"teleported","n":2,"t":5,"where":{"x":[1,2]}}""") + Sealed("""{"e":"unchecked_write","n":3,"t":7,"alias":"psu","command":"X","mood":"good"}"""));

        var reader = new JournalReader(attack.Run.Journal);
        reader.Events().Should().HaveCount(2);
        reader.Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData(1, "Line 3: the row has 1 values, and its table 2 columns")]
    [InlineData(3, "Line 3: the row has 3 values, and its table 2 columns")]
    public void A_row_with_another_number_of_values_than_its_table_has_columns_is_named_and_the_report_is_made(int values, string named)
    {
        using var attack = new Attack();
        using (var journal = new JournalWriter(attack.Run.Journal, TimeProvider.System))
        {
            journal.Write(new RunStarted("r", "b", null, null, "p", null, true, new Dictionary<string, string>(), RunEnvironments.Current(null), JournalWriter.Format, 1), new Instant(1));
            journal.Write(new TableStarted(null, "/tables/scan", "scan", [new ColumnRecord("x", "V", true), new ColumnRecord("y", "A", false)]), new Instant(2));
            journal.Write(new TableRowTaken("/tables/scan", 0, [.. Enumerable.Repeat(1.0, values)]), new Instant(3));
            journal.Write(new MeasurementTaken(null, "scan", null, null, null, "/tables/scan", "V", null, 1, null, [], 0, 1), new Instant(4));
        }

        var recovered = RunRecovery.Recover(attack.Run);

        recovered.Summary.JournalProblems.Should().ContainSingle(p => p.StartsWith(named, StringComparison.Ordinal));
        File.Exists(attack.Run.Report).Should().BeTrue();
    }

    [Fact]
    public async Task A_last_line_with_the_number_of_one_that_was_misplaced_is_named_as_well()
    {
        var lines = Lines(await Sample());
        string[] twins = [.. lines[..2], lines[8], .. lines[2..4], lines[8]];

        Told(twins).Should().Contain(p => p.StartsWith("Line 6: its number 9 is that of", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"e":"station_closed","n":2,"t":5,"failures":[null]}""")]
    [InlineData("""{"e":"station_closed","n":2,"t":5,"failures":[],"instruments":[null]}""")]
    [InlineData("""{"e":"settings_read","n":2,"t":5,"settings":{"psu.vdd.voltage":null}}""")]
    public void An_empty_part_of_an_event_is_named_and_every_view_is_made(string line)
    {
        using var attack = new Attack();
        using (var journal = new JournalWriter(attack.Run.Journal, TimeProvider.System))
            journal.Write(new RunStarted("r", "b", null, null, "p", null, true, new Dictionary<string, string>(), RunEnvironments.Current(null), JournalWriter.Format, 1), new Instant(1));
        File.AppendAllText(attack.Run.Journal, Sealed(line));

        var recovered = RunRecovery.Recover(attack.Run);

        recovered.Summary.JournalProblems.Should().ContainSingle(p => p.Contains("is empty", StringComparison.Ordinal));
        File.Exists(attack.Run.Report).Should().BeTrue();
    }

    /// <summary>A line with the right checksum.</summary>
    internal static string Sealed(string json)
    {
        var line = new ArrayBufferWriter<byte>();
        line.Write(Encoding.UTF8.GetBytes(json));
        JournalSeal.Close(line);
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }

    private static string[] Lines(byte[] journal) => Encoding.UTF8.GetString(journal).TrimEnd('\n').Split('\n');

    private static byte[] Bytes(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));

    private static IReadOnlyList<string> Told(IEnumerable<string> lines)
    {
        using var attack = Attack.On(Bytes(lines));
        var summary = RunSummary.Read(attack.Run);
        summary.Verdict.Should().Be(Verdict.Error);
        return summary.JournalProblems;
    }

    /// <summary>The journal of a good run.</summary>
    private static async Task<byte[]> Sample()
    {
        await using var open = await OpenBench.On();
        for (var i = 0; i < 40; i++)
            open.Bench.Record("rail", (3 + i * 0.01).Volts());
        await open.Close();
        return await File.ReadAllBytesAsync(open.Run.Journal, TestContext.Current.CancellationToken);
    }
}
