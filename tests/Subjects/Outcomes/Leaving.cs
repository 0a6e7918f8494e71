namespace Outcomes;

/// <summary>Leaves more than measurements: output, warnings, messages, attachments, a file.</summary>
public sealed class Leaving(Station station, ITestOutputHelper output)
{
    // A picture of one pixel.
    private static readonly byte[] Photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public void Leaves_what_it_can()
    {
        station.Record("rail", 1.Volts());
        output.WriteLine("the first of its lines <b>");
        TestContext.Current.AddWarning("the lid was open");
        TestContext.Current.SendDiagnosticMessage("the relay clicked");
        TestContext.Current.AddAttachment("note", "as the operator wrote it");
        TestContext.Current.AddAttachment("photo", Photo, "image/png");
        File.WriteAllText(Path.Combine(station.RunFolder, "own.csv"), "a,b\n1,2\n");
    }

    [Fact]
    public void Leaves_very_much()
    {
        for (var i = 0; i < 20_000; i++)
            output.WriteLine($"line {i} of many");
    }

    [Fact]
    public void Is_skipped() => Assert.Skip("only variant 2 has an LED");

    [Fact]
    public void Fails_and_attaches()
    {
        TestContext.Current.AddAttachment("note", "why it failed");
        station.Record("rail", 9.Volts()).Should().BeAtMost(5.Volts());
    }
}
