namespace LabTest.Instruments.Simulation;

/// <summary>The simulation cannot go on: its wiring or a DUT model is not as it must be.</summary>
public sealed class SimulationException(string message, Exception? innerException = null) : LabTestException(message, innerException);
