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
    public void Writes() => TestContext.Current.TestOutputHelper!.WriteLine(Answer);
}
