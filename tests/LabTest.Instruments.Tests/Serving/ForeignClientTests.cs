using System.Globalization;
using LabTest.Testing.Foreign;

namespace LabTest.Instruments.Tests.Serving;

/// <summary>Programs that are not ours talk to the simulator server as to instruments.</summary>
public sealed class ForeignClientTests
{
    [Fact]
    public async Task Lxi_reads_the_identity()
    {
        await using var bench = ServedBench.Start();

        (await Lxi(bench, "psu", "*IDN?")).Should().Be("Keysight Technologies,EDU36311A,SIM0001,1.0.0\n");
    }

    [Fact]
    public async Task Lxi_sets_and_reads_back()
    {
        await using var bench = ServedBench.Start();

        await Lxi(bench, "psu", "SOUR:VOLT 3.3,(@2)");

        (await Lxi(bench, "psu", "VOLT? (@2)")).Should().Be("3.3\n");
        (await Lxi(bench, "psu", "SYST:ERR?")).Should().Be("0,\"No error\"\n");
    }

    [Fact]
    public async Task Lxi_fetches_a_waveform_block()
    {
        await using var bench = ServedBench.Start();
        await Lxi(bench, "scope", ":WAV:POIN 100");

        var hex = await Lxi(bench, "scope", ":WAV:DATA?", "-x");

        // Each byte as 0x23: #3200, then 100 samples of two bytes, then the end of the message.
        var bytes = hex.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(b => Convert.ToByte(b, 16)).ToArray();
        bytes.Should().HaveCount(5 + 200 + 1).And.StartWith("#3200"u8.ToArray()).And.EndWith((byte)'\n');
    }

    [Fact]
    public async Task Pyvisa_reads_identity_sets_reads_back_and_fetches_a_waveform_block()
    {
        await using var bench = ServedBench.Start();

        var output = await ForeignTool.PyVisa.Run(
            """
            import sys, pyvisa
            manager = pyvisa.ResourceManager('@py')
            def open(address):
                return manager.open_resource(address, read_termination='\n', write_termination='\n', timeout=20000)
            psu, dmm, scope = (open(a) for a in sys.argv[1:])
            print(psu.query('*IDN?'))
            psu.write('VOLT 2.5,(@1)')
            print(psu.query('VOLT? (@1)'))
            psu.write('OUTP ON,(@1)')
            print(psu.query('OUTP? (@1)'))
            print(float(dmm.query('READ?')))
            psu.write('VOLT 99,(@1)')
            print(psu.query('SYST:ERR?'))
            scope.write(':WAV:SOUR CHAN3')
            scope.write(':WAV:POIN 2000')
            pre = [float(f) for f in scope.query(':WAV:PRE?').split(',')]
            raw = scope.query_binary_values(':WAV:DATA?', datatype='H', is_big_endian=False)
            volts = [(r - pre[9]) * pre[7] + pre[8] for r in raw]
            print(len(raw), max(volts), min(volts))
            """,
            bench.AddressOf("psu").Text, bench.AddressOf("dmm").Text, bench.AddressOf("scope").Text);

        var lines = output.Split('\n');
        lines[0].Should().Be("Keysight Technologies,EDU36311A,SIM0001,1.0.0");
        lines[1].Should().Be("2.5");
        lines[2].Should().Be("1");
        double.Parse(lines[3], CultureInfo.InvariantCulture).Should().BeApproximately(2.5, 0.001);
        lines[4].Should().Be("-222,\"Data out of range\"");
        var trace = lines[5].Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        trace[0].Should().Be(2000);
        trace[1].Should().BeApproximately(0.9, 0.02);
        trace[2].Should().BeApproximately(-0.9, 0.02);
    }

    private static Task<string> Lxi(ServedBench bench, string alias, string message, params string[] options) =>
        ForeignTool.Lxi.Run(["scpi", "-a", bench.AddressOf(alias).Host, "-p", bench.AddressOf(alias).Port.ToString(), "-r", "-t", "20", .. options, message]);
}
