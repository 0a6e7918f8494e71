namespace LabTest.Recording;

/// <summary>Something could not be recorded, or a record could not be read.</summary>
/// <param name="message">What, where, and what to do.</param>
/// <param name="innerException">The cause.</param>
public sealed class RecordingException(string message, Exception? innerException = null) : LabTestException(message, innerException);
