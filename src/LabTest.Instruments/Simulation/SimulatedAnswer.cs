using System.Text;

namespace LabTest.Instruments.Simulation;

/// <summary>What a query gives.</summary>
/// <param name="Bytes">The answer, without the end of the message.</param>
/// <param name="Delay">How long it takes.</param>
internal sealed record SimulatedAnswer(ReadOnlyMemory<byte> Bytes, TimeSpan Delay = default)
{
    public SimulatedAnswer(string text, TimeSpan delay = default)
        : this(Encoding.Latin1.GetBytes(text), delay)
    {
    }

    /// <summary>What would mean that there is no valid value.</summary>
    public string? Overload { get; init; }
}
