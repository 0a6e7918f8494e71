using LabTest.Recording.Journal;
using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

public sealed class JournalTests
{
    [Fact]
    public void Numbers_that_are_not_finite_survive_the_journal()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new JournalWriter(folder["events.jsonl"], TimeProvider.System))
            writer.Write(new TableRowTaken("/tables/x", 0, [double.NaN, double.PositiveInfinity, 1e-300, 0.1]), new Instant(7));

        var row = (TableRowTaken)JournalReader.Read(folder["events.jsonl"]).Single();

        row.Values.Should().Equal(double.NaN, double.PositiveInfinity, 1e-300, 0.1);
        (row.Number, row.Time).Should().Be((1, 7));
        File.ReadAllText(folder["events.jsonl"]).Should().Be("""{"e":"row","n":1,"t":7,"table":"/tables/x","index":0,"values":["NaN","Infinity",1E-300,0.1],"c":"CRC"}""".Replace("CRC", Checksum(folder["events.jsonl"]), StringComparison.Ordinal) + "\n");
    }

    [Fact]
    public void A_runs_folder_that_cannot_be_written_says_where_and_what_to_do()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["runs"], "a file, not a folder");

        var start = () => RunRecorder.Start(new RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests" });

        start.Should().Throw<RecordingException>().WithMessage("The folder *runs*cannot be made*Choose another with --lab-runs or LABTEST_RUNS.");
    }

    [Fact]
    public void Very_many_measurements_do_not_fill_the_memory_of_the_summary()
    {
        var summary = new RunSummary();
        summary.Take(new TestStarted("id", "class", "method", "name", new Dictionary<string, IReadOnlyList<string>>(), [], null, null, 1) { Number = 1 });
        for (var i = 2; i < 20_000; i += 2)
        {
            summary.Take(new MeasurementTaken(1, "x", i, null, null, null, "V", null, 1, null, [], i, 1) { Number = i });
            summary.Take(new LimitJudged(1, i, "x", "range", 0, 1, null, null, "V", null, null, null, i == 19_000 ? Verdict.Fail : Verdict.Pass, "") { Number = i + 1 });
        }

        var test = summary.Tests.Single();
        test.Count.Should().Be(9999);
        test.Measurements.Should().HaveCount(501);
        test.Measurements[^1].Taken.Value.Should().Be(19_000, "what failed is kept whenever it came");
    }

    // By the definition, bit by bit: the polynomial 0x1EDC6F41, reflected.
    private static string Checksum(string file)
    {
        var line = File.ReadAllBytes(file).AsSpan();
        var crc = uint.MaxValue;
        foreach (var one in line[..line.LastIndexOf(",\"c\":"u8)])
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? crc >> 1 ^ 0x82F63B78 : crc >> 1;
        }

        return (~crc).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
