namespace LabTest.Instruments.Simulation.Serving;

/// <summary>A message that has arrived whole.</summary>
/// <param name="Text">The message without its terminator; empty where it overran.</param>
/// <param name="IsOverrun">Whether it was longer than an instrument takes, and is lost.</param>
internal readonly record struct ArrivedMessage(string Text, bool IsOverrun);
