namespace LabTest.Instruments;

/// <summary>Bytes did not get to an instrument or back.</summary>
/// <param name="failure">Why.</param>
/// <param name="address">The resource address.</param>
/// <param name="message">What happened, where, and what to do.</param>
/// <param name="innerException">The cause.</param>
public sealed class TransportException(TransportFailure failure, string address, string message, Exception? innerException = null)
    : LabTestException(message, innerException)
{
    /// <summary>Why bytes did not get through.</summary>
    public TransportFailure Failure { get; } = failure;

    /// <summary>The resource address.</summary>
    public string Address { get; } = address;
}
