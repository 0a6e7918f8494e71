namespace LabTest.Recording.Runs;

/// <summary>Where a run stands.</summary>
internal enum RunState
{
    /// <summary>It came to its end, good or bad.</summary>
    Finished,

    /// <summary>It is being written: a process holds its lock.</summary>
    Running,

    /// <summary>It never came to its end, and the process that wrote it is gone.</summary>
    Killed,
}
