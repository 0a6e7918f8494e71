using LabTest.Instruments.Simulation;
using static LabTest.Instruments.Tests.Simulation.Conversation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>What formulas and modes of a profile do to its simulator.</summary>
public sealed class ProfileFormulaTests
{
    [Fact]
    public void A_selected_channel_stays_selected()
    {
        var instrument = Simulate("""
            channels:
              ids: [1, 2]
              address: select
              select: "INSTrument:NSELect {ch}"
              parameters: { v: { scpi: VOLTage, unit: V, range: { 1: [0, 5], 2: [0, 20] }, init: 1 } }
            """);

        Ask(instrument, "VOLT 2;INST:NSEL 2;:VOLT 12;VOLT?").Should().Be("12");
        Ask(instrument, "INST:NSEL 1;:VOLT?;VOLT 12").Should().Be("2");
        NextError(instrument).Should().Be(-222, "the range is that of the selected channel");
        Ask(instrument, "INST:NSEL 3");
        NextError(instrument).Should().Be(-114);
        Ask(instrument, "*RST;VOLT?").Should().Be("1");
    }

    [Fact]
    public void A_range_may_depend_on_a_mode()
    {
        var instrument = Simulate("""
            parameters:
              mode: { scpi: MODE, options: { low: LOW, high: HIGH }, init: low }
              v: { scpi: VOLT, unit: V, range: [0, "if(mode == 'high', 60, 6)"] }
            """);

        Ask(instrument, "VOLT 20");
        NextError(instrument).Should().Be(-222);
        Ask(instrument, "MODE HIGH;VOLT 20;VOLT?;VOLT? MAX").Should().Be("20;60");
    }

    [Fact]
    public void Formulas_see_the_channel_the_time_and_the_variables()
    {
        var clock = new LabClock(new VirtualTime(DateTimeOffset.UnixEpoch));
        var model = TestBench.Profile("""
            channels:
              ids: [1, 2]
              address: list
              parameters: { a: { get: "A?", sim: { value: "load * ch + t" } } }
            sim: { variables: { load: 10 } }
            """);
        var instrument = new SimulatedStation(clock, 0).Add("it", model, new SimulatedInstrumentOptions { Variables = new Dictionary<string, double> { ["load"] = 20 } });

        Ask(instrument, "A? (@1:2)").Should().Be("20,40");
        ((VirtualTime)clock.Time).Advance(TimeSpan.FromSeconds(3));
        Ask(instrument, "A? (@1:2)").Should().Be("23,43");
    }
}
