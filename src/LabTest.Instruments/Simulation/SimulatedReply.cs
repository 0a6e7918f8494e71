namespace LabTest.Instruments.Simulation;

/// <summary>What comes back after a message.</summary>
/// <param name="Bytes">The answer with its terminator; empty where there is none.</param>
/// <param name="Delay">How long after the message.</param>
/// <param name="Disconnects">Whether the connection is closed instead.</param>
internal readonly record struct SimulatedReply(ReadOnlyMemory<byte> Bytes, TimeSpan Delay, bool Disconnects = false)
{
    public static SimulatedReply Nothing { get; }
}
