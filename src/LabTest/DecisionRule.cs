namespace LabTest;

/// <summary>How the uncertainty of a value enters its verdict (ISO/IEC 17025:2017, section 3.7; JCGM 106:2012).</summary>
public enum DecisionRule
{
    /// <summary>Simple acceptance: the value alone is held against the limits.</summary>
    Simple,

    /// <summary>
    /// A guard band as wide as the expanded uncertainty (k = 2): pass only wholly inside, fail only wholly outside, inconclusive between
    /// and where the uncertainty is unknown.
    /// </summary>
    GuardBand,

    /// <summary>Simple acceptance, provided that the uncertainty is known; inconclusive otherwise.</summary>
    SharedRisk,
}
