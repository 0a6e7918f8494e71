namespace LabTest.Instruments;

/// <summary>A path names nothing on this station.</summary>
/// <param name="message">What there is not, what there is, and what may have been meant.</param>
public sealed class PathException(string message) : LabTestException(message);
