namespace LabTest.Engine.Documents;

/// <summary>How a plan ended.</summary>
internal enum ExitStatus
{
    /// <summary>It came to its end.</summary>
    Success,

    /// <summary>It was stopped.</summary>
    Abort,

    /// <summary>Something went wrong.</summary>
    Fail,
}
