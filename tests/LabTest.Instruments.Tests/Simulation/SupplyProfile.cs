using LabTest.Instruments.Simulation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>A supply with one parameter of each kind.</summary>
internal static class SupplyProfile
{
    private const string Text =
        """
        idn: '^ACME,(?<model>P3),(?<serial>[^,]+),(?<firmware>.+)$'
        channels:
          ids: [1, 2, 3]
          address: list
          parameters:
            voltage: { scpi: "[SOURce:]VOLTage[:LEVel]", unit: V, range: { 1: [0, 6], 2: [0, 30], 3: [0, 30] }, init: 0.5 }
            protection: { scpi: "[SOURce:]VOLTage:PROTection", unit: V, range: [0, 33], init: 33 }
            current: { scpi: "[SOURce:]CURRent", unit: A, range: [0, 5], init: 1 }
            output: { scpi: "OUTPut[:STATe]", type: bool, init: false }
            measured: { get: "MEASure[:VOLTage]?", unit: V, sim: { value: "if(output, voltage, 0)" } }
        parameters:
          mode: { scpi: MODE, options: { fast: FAST, very_slow: SLOW, quoted: '"VOLT:AC"' }, init: fast }
          speed: { scpi: SPEed, unit: Hz, range: [1, 1e9], init: 50 }
          span: { scpi: SPAN, unit: V, options: [0.1, 1, 10, auto], init: 10 }
          count: { scpi: COUNt, type: integer, range: [0, 100] }
          label: { scpi: "DISPlay:TEXT", type: text }
        actions:
          go: [ { write: "INITiate" } ]
        safety: { safe_state: [ { write: "OUTPut:ALL OFF" } ] }
        link: { on_open: [ { write: "SYSTem:REMote" } ] }
        """;

    public static SimulatedInstrument Simulate() => TestBench.Simulate(TestBench.Profile(Text));
}
