using LabTest.Instruments.Simulation;
using LabTest.Instruments.Tests.Serving;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>A DUT model of the experiment's own that fails is named, and the simulation goes on.</summary>
public sealed class BrokenModelTests
{
    private const string Station = """
        labtest: station/1
        name: broken
        instruments:
          psu: { profile: keysight/edu36311a, channels: { vdd: 1 } }
          dmm: { profile: keysight/34461a }
        dut_model:
          type: "LabTest.Instruments.Tests.Simulation.BrokenModel, LabTest.Instruments.Tests"
          connect: { vin: psu.vdd.voltage_measured, vout: dmm.input }
        """;

    [Fact]
    public async Task In_process_the_reading_fails()
    {
        await using var station = await TestBench.Open(Station);
        await station.Read("dmm.reading");
        await station.Set("psu.vdd.voltage", 2.Volts());
        await station.Set("psu.vdd.output", true);
        var read = async () => await station.Read("dmm.reading");

        (await read.Should().ThrowAsync<SimulationException>()).WithMessage("The DUT model BrokenModel failed when 'vout' was asked for, at * s: too\nmuch \"vin\"");

        await station.Set("psu.vdd.voltage", 0.5.Volts());
        (await station.Read("dmm.reading")).Value.Should().BeApproximately(0.5, 0.01);
    }

    [Fact]
    public async Task Served_the_error_is_one_entry_of_the_queue_and_the_connection_stays()
    {
        await using var bench = ServedBench.Start(Station);
        using var psu = await bench.Connect("psu");
        using var dmm = await bench.Connect("dmm");
        (await psu.Query("VOLT 2,(@1);:OUTP ON,(@1);*OPC?")).Should().Be("1");

        await dmm.Send("READ?\n");

        (await dmm.Query("SYST:ERR?")).Should().Match("-300,\"The DUT model BrokenModel failed when 'vout' was asked for, at * s: too much \"\"vin\"\"\"");
        (await dmm.Query("SYST:ERR?")).Should().Be("0,\"No error\"");
        (await psu.Query("OUTP OFF,(@1);*OPC?")).Should().Be("1");
        (await dmm.Query("READ?")).Should().NotBeNull();
    }
}
