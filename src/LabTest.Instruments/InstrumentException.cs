namespace LabTest.Instruments;

/// <summary>An instrument is not what it should be, refused a command, or gave an answer that cannot be read.</summary>
public sealed class InstrumentException : LabTestException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="alias">The instrument, as the station names it.</param>
    /// <param name="address">Its resource address.</param>
    /// <param name="message">What happened and what to do; the instrument and its address are put before it.</param>
    /// <param name="innerException">The cause.</param>
    public InstrumentException(string alias, string address, string message, Exception? innerException = null)
        : base($"{alias} ({address}): {message}", innerException)
    {
        Alias = alias;
        Address = address;
        Reason = message;
    }

    /// <summary>The instrument, as the station names it.</summary>
    public string Alias { get; }

    /// <summary>Its resource address.</summary>
    public string Address { get; }

    /// <summary>The message without the instrument and its address.</summary>
    internal string Reason { get; }

    /// <summary>The command after which it happened.</summary>
    public string? Command { get; init; }

    /// <summary>The code of the SCPI error, where it was one.</summary>
    public int? ScpiCode { get; init; }
}
