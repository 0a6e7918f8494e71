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

    internal static TransportException Silent(string address, TimeSpan timeout) => new(
        TransportFailure.Timeout, address, $"Nothing to hear from {address} within {timeout.TotalSeconds:0.###} s. Is it still busy (raise 'timeout' in 'link'), or does it end its answers otherwise ('terminator')?");

    internal static TransportException Unended(string address, TimeSpan timeout, string come, Exception cause) => new(
        TransportFailure.Timeout, address, $"The answer from {address} did not end within {timeout.TotalSeconds:0.###} s; '{come}' came. Does it end its answers otherwise ('terminator' in 'link'), or does it need longer ('timeout')?", cause);

    internal static TransportException Full(string address, TimeSpan timeout) => new(
        TransportFailure.Timeout, address, $"Nothing can be sent to {address} within {timeout.TotalSeconds:0.###} s. It does not take what was sent before; switch it off and on.");

    internal static TransportException NotMade(string address) => new(
        TransportFailure.Closed, address, $"There is no connection to {address}: the last was given up, and no other was made in the time there was. Is the instrument on?");

    internal static TransportException OutOfStep(string address) => new(
        TransportFailure.Timeout, address, $"What {address} answers cannot be told from answers to earlier questions. Is the instrument still at work? Switch it off and on if it stays so.");

    internal static TransportException Closed(string address, Exception? cause = null) => new(
        TransportFailure.Closed, address, $"{address} closed the connection{(cause is null ? "" : $": {cause.Message}")}. Was the instrument switched off, or is another program connected to it?", cause);
}
