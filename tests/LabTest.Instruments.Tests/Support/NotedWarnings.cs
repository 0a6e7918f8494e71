using LabTest.Instruments.Drivers;

namespace LabTest.Instruments.Tests.Support;

/// <summary>Keeps what a station warns of.</summary>
internal sealed class NotedWarnings : IStationObserver
{
    public List<string> Warnings { get; } = [];

    public void WasSet(ParameterPath path, ParameterValue value, Instant time)
    {
    }

    public void WasWrittenUnchecked(string alias, string command, Instant time)
    {
    }

    public void WasDone(string alias, string? channel, string action, Instant time)
    {
    }

    public void Warned(string alias, string message, Instant time) => Warnings.Add(message);
}
