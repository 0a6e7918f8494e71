using System.Globalization;
using System.Text;
using LabTest.Instruments.Simulation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>Messages to a simulated instrument and what comes back.</summary>
internal static class Conversation
{
    public static SimulatedInstrument Simulate(string profile) => TestBench.Simulate(TestBench.Profile(profile));

    public static string? Ask(SimulatedInstrument instrument, string message)
    {
        var reply = instrument.Receive(message);
        if (reply.Bytes.IsEmpty)
            return null;
        var text = Encoding.Latin1.GetString(reply.Bytes.Span);
        text.Should().EndWith("\n");
        return text[..^1];
    }

    public static int NextError(SimulatedInstrument instrument) => int.Parse(Ask(instrument, "SYST:ERR?")!.Split(',')[0], CultureInfo.InvariantCulture);
}
