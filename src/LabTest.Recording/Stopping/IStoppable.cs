namespace LabTest.Recording.Stopping;

/// <summary>What an <see cref="OrderlyStop"/> stops: a run of experiments, or a script with its bench.</summary>
internal interface IStoppable
{
    /// <summary>Whether something still uses the station.</summary>
    bool IsUnderWay { get; }

    /// <summary>Whether the record is ended: nothing is left to stop.</summary>
    bool IsOver { get; }

    /// <summary>Cancels what is under way, and remembers why.</summary>
    void Stop(string cause);

    /// <summary>Makes the station safe and closes it, whoever still uses it.</summary>
    Task MakeSafe();

    /// <summary>Ends the record as Aborted, since the process ends under it.</summary>
    void End(string cause);

    /// <summary>Ends the record, and the process with it.</summary>
    void GiveUp();
}
