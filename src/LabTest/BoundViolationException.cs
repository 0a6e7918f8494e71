namespace LabTest;

/// <summary>A parameter was asked to take a value that the instrument or the station does not allow. Nothing was sent.</summary>
public sealed class BoundViolationException : LabTestException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="path">The parameter.</param>
    /// <param name="message">The value, the bound it crosses, whose bound it is, and what to do.</param>
    public BoundViolationException(string path, string message)
        : base(message) => Path = path;

    /// <summary>The parameter that was to be set.</summary>
    public string Path { get; }
}
