namespace LabTest;

/// <summary>An assertion on a measured value did not hold. The measurement, its limits and its verdict are recorded already.</summary>
public sealed class LimitException : LabTestException, IAssertionException
{
    /// <summary>Makes an exception with its message.</summary>
    public LimitException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its message and its cause.</summary>
    public LimitException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
