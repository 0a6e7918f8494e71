namespace Outcomes;

/// <summary>Texts as a broken or malicious instrument may answer them.</summary>
public sealed class Hostile(Station station)
{
    private const string Answer = "\u001b[2J\u001b]0;title\u0007\u009b31m\u202e\u0000\u0001\ud800 lone";

    [Fact]
    public void Fails_a_limit() => station.Record("answer" + Answer, Answer).Should().Be("x");

    [Fact]
    public void Throws() => throw new InvalidOperationException(Answer);

    [Fact]
    public void Skips() => Assert.Skip(Answer);

    [Fact]
    public void Is_long() => station.Record("long", new string('x', 5_000_000)).Should().Be("y");

    [Fact]
    public void Sends_a_diagnostic() => TestContext.Current.SendDiagnosticMessage(Answer);

    [Fact]
    public void Warns() => TestContext.Current.AddWarning(Answer);

    [Fact]
    public void Attaches()
    {
        TestContext.Current.AddAttachment("name" + Answer, "text " + Answer);
        TestContext.Current.AddAttachment("bytes" + Answer, [1, 2, 3], "image/png");
    }

    [Theory]
    [InlineData(Answer)]
    [InlineData("\u2028\u2066\u200b hidden")]
    public void Fails_with_arguments(string answer) => Assert.Fail(answer);

    [Theory]
    [InlineData(Answer)]
    public void Skips_with_arguments(string answer) => Assert.Skip(answer);

    [Fact(DisplayName = "Named" + Answer)]
    public void Fails_with_a_name() => Assert.Fail("named");

    [Fact(Skip = Answer)]
    public void Is_skipped() => Assert.Fail("named");

    [Fact]
    public void Is_named_by_a_line_end() => station.Record("\u2028", 1.Volts());

    [Fact]
    public void Writes() => TestContext.Current.TestOutputHelper!.WriteLine(Answer);
}
