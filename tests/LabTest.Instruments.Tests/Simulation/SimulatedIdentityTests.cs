using LabTest.Instruments.Simulation;
using static LabTest.Instruments.Tests.Simulation.Conversation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>What a simulated instrument says it is.</summary>
public sealed class SimulatedIdentityTests
{
    [Fact]
    public void An_instrument_without_identity_does_not_answer()
    {
        var instrument = Simulate("identify: none");

        Ask(instrument, "*IDN?").Should().BeNull();
        NextError(instrument).Should().Be(-113);
    }

    [Theory]
    [InlineData("^ACME,(?<model>[A-Z]{3}),(?<serial>\\d+),(?<firmware>[\\d.]+)$", "77", "ACME,AAA,77,1.0.0")]
    [InlineData("^(ACME|Acme) (?:Inc\\. )?(?<model>P(3|4)),(?<serial>[^,]+)", "S1", "ACME P3,S1")]
    [InlineData("(?i)acme,(?<serial>.+)", "S1", "acme,S1")]
    [InlineData("^(?<serial>a)\\k<serial>$", "S1", null)]
    [InlineData("^\\s*ACME\\,[^,]+,(?<serial>\\w+)", "S1", "ACME,x,S1")]
    public void The_identity_is_one_that_the_profile_accepts(string expression, string serial, string? answer)
    {
        var model = TestBench.Profile($"idn: '{expression}'");
        var made = SimulatedIdentity.Of(model, serial);

        if (answer is null)
            made.Should().Be($"LabTest,test/it,{serial},1.0.0", "what cannot be made up is at least readable");
        else
            made.Should().Be(answer);
    }
}
