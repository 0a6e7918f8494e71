namespace LabTest;

/// <summary>
/// What every exception of LabTest is: a sentence that says what went wrong, where, and what to do. Control characters of instruments, files and names
/// are escaped in it.
/// </summary>
public abstract class LabTestException : Exception
{
    /// <summary>Makes an exception with its message.</summary>
    protected LabTestException(string message)
        : base(PrintableText.Of(message))
    {
    }

    /// <summary>Makes an exception with its message and its cause.</summary>
    protected LabTestException(string message, Exception? innerException)
        : base(PrintableText.Of(message), innerException)
    {
    }
}
