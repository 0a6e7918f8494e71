namespace LabTest;

/// <summary>What may be done with a parameter.</summary>
public enum ParameterKind
{
    /// <summary>It can be set, and keeps its value.</summary>
    Setting,

    /// <summary>It can only be read, and each reading is a new one.</summary>
    Reading,

    /// <summary>It is read once: it does not change while the station is open.</summary>
    Info,
}
