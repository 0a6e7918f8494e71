using LabTest.Instruments.Drivers;
using LabTest.Instruments.Safety;

namespace LabTest.Instruments.Tests.Support;

/// <summary>Keeps what a station warns of.</summary>
internal sealed class NotedWarnings : IStationObserver
{
    public List<string> Warnings { get; } = [];

    public void WasSet(ParameterPath path, ParameterValue value, bool isSigned, Instant time)
    {
    }

    public void WasWrittenUnchecked(string alias, string command, Instant time)
    {
    }

    public void WasDone(string alias, string? channel, string action, SafetySign? sign, Instant time)
    {
    }

    public void Warned(string alias, string message, Instant time) => Warnings.Add(message);
}
