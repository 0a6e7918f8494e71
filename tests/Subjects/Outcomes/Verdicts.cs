namespace Outcomes;

public sealed class Passing(Station station)
{
    [Fact]
    public void Is_within() => station.Record("rail", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());
}

public sealed class Recording(Station station)
{
    [Fact]
    public void Only_records() => station.Record("rail", 3.3.Volts());
}

public sealed class Marginal(Station station)
{
    [Fact]
    public void Is_near_its_limit() => station.Record("rail", 3.349.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts(), marginal: 5.Percent());
}

public sealed class Failing(Station station)
{
    [Fact]
    public void Is_outside() => station.Record("rail", 3.4.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());
}

public sealed class OnlyWhenAsked(Station station)
{
    [Fact(Explicit = true)]
    public void Is_explicit() => station.Record("rail", 3.3.Volts());
}

public sealed class WithoutItsFixture(Station station, WithoutItsFixture.Chamber chamber) : IClassFixture<WithoutItsFixture.Chamber>
{
    [Fact]
    public void Runs_by_itself() => station.Record("chamber", chamber.Name);

    [Fact(Explicit = true)]
    public void Is_explicit() => station.Record("chamber", chamber.Name);

    public sealed class Chamber
    {
        public Chamber() => throw new InvalidOperationException("no chamber");

        public string Name { get; } = "chamber";
    }
}

public sealed class Swallowing(Station station)
{
    [Fact]
    public void Catches_its_failure()
    {
        try
        {
            station.Record("rail", 3.4.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());
        }
        catch (LimitException)
        {
            // What this subject is for.
        }
    }
}

public sealed class Throwing
{
    [Fact]
    public void Throws() => throw new InvalidOperationException("the fixture's lid is open");
}

public sealed class Skipping
{
    [Fact(Skip = "no chamber here")]
    public void Is_skipped()
    {
    }
}

public sealed class Waiting(Station station)
{
    [Fact(Timeout = 200)]
    public async Task Takes_too_long()
    {
        station.Record("before", 1.Volts());
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
    }
}

public sealed class Misspelling(Station station)
{
    [Fact]
    public async Task Names_no_parameter() => await station.Set("psu.vdd.voltge", 1.Volts());
}

public sealed class Exceeding(Station station)
{
    [Fact]
    public async Task Asks_for_too_much() => await station.Set("psu.vdd.voltage", 6.Volts());
}

public sealed class Scoped(Station station)
{
    [Fact]
    public void Asserts_two_limits_in_one_scope()
    {
        using var scope = new FluentAssertions.Execution.AssertionScope();
        station.Record("rail_3v3", 3.4.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());
        station.Record("rail_1v8", 1.9.Volts()).Should().BeWithin(1.75.Volts(), 1.85.Volts());
    }
}

// Analyzers see this one; a project outside need not have them.
#pragma warning disable MA0134, VSTHRD110, LABT001
public sealed class Forgetful(Station station)
{
    [Fact]
    public void Does_not_await() => station.Measure("rail", "dmm.reading").Should().BeWithin(100.Volts(), 200.Volts());
}
