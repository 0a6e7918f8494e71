namespace LabTest.Instruments.Simulation;

/// <summary>What a query gives.</summary>
/// <param name="Bytes">The answer, without the end of the message.</param>
/// <param name="Delay">How long it takes.</param>
internal sealed record SimulatedAnswer(ReadOnlyMemory<byte> Bytes, TimeSpan Delay = default)
{
    public SimulatedAnswer(string text, TimeSpan delay = default)
        : this(System.Text.Encoding.Latin1.GetBytes(text), delay)
    {
    }
}
