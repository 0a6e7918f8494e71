namespace LabTest.Instruments.Tests.Drivers;

public sealed class RampTests
{
    [Fact]
    public async Task A_change_in_steps_does_not_begin_where_the_value_is_not_known()
    {
        await using var it = ScriptedInstrument.Make("parameters: { v: { scpi: VOLT, unit: V, range: [0, 10], ramp: { step: 1 V, every: 1 s } } }", m => m == "VOLT?" ? "9.91E37" : null);
        var set = async () => await it.Set("v", 8);

        (await set.Should().ThrowAsync<InstrumentException>()).WithMessage("*'it.v' has no valid value, so it is not known where a change in steps begins. Nothing was sent.");

        it.Wire.Sent.Should().Equal("VOLT?");
    }
}
