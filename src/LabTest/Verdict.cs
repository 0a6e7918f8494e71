namespace LabTest;

/// <summary>What is said of a measurement, a test or a run. Ordered: of several, the worst is the one that counts.</summary>
public enum Verdict
{
    /// <summary>Nothing was said yet. It can never pass.</summary>
    NotSet = 0,

    /// <summary>Data was taken and nothing asserted.</summary>
    Recorded = 10,

    /// <summary>Within the limits.</summary>
    Pass = 20,

    /// <summary>Within the limits, but in the band before them that asks for attention.</summary>
    Marginal = 30,

    /// <summary>Not run, with a reason.</summary>
    Skipped = 40,

    /// <summary>Not decidable: the uncertainty is unknown or reaches over a limit.</summary>
    Inconclusive = 50,

    /// <summary>Outside the limits.</summary>
    Fail = 60,

    /// <summary>Stopped before its end by a person, a signal or a timeout.</summary>
    Aborted = 70,

    /// <summary>The station, not the device under test, went wrong.</summary>
    Error = 80,
}
