namespace LabTest.Instruments.Transports;

/// <summary>Nothing brought the link in step again; the next answer could be that of another question.</summary>
/// <param name="message">What was tried.</param>
internal sealed class OutOfStepException(string message) : Exception(message);
