namespace LabTest;

/// <summary>What every exception of LabTest is: a sentence that says what went wrong, where, and what to do.</summary>
public abstract class LabTestException : Exception
{
    /// <summary>Makes an exception with its message.</summary>
    protected LabTestException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its message and its cause.</summary>
    protected LabTestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
