namespace LabTest.Arrow;

/// <summary>What was read is not Arrow IPC, contradicts itself, or uses a feature that is refused by name.</summary>
public sealed class ArrowFormatException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public ArrowFormatException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public ArrowFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with what caused it.</summary>
    public ArrowFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
