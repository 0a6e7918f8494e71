using LabTest.Instruments.Safety;
using LabTest.Instruments.Tests.Drivers;

namespace LabTest.Instruments.Tests.Safety;

/// <summary>Safe states that may take longer than a timer can hold.</summary>
public sealed class LongWaitTests
{
    [Fact]
    public async Task An_instrument_whose_ramps_could_last_for_months_is_made_safe_all_the_same()
    {
        await using var it = ScriptedInstrument.Make(
            """
            channels: { ids: [1, 2, 3, 4, 5, 6, 7, 8], address: header, parameters: { v: { scpi: "VOLT{ch}", unit: V, range: [0, 3000], init: 0, ramp: { step: 1 mV, every: 1 s } } } }
            safety: { safe_state: [ { set: { v: 0 } } ] }
            """,
            m => m.EndsWith('?') ? "0" : null);

        (await it.Driver.MakeSafe("safe_state", channel: -1)).Sign.Should().Be(SafetySign.ReadBack);
    }
}
