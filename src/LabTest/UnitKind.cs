namespace LabTest;

/// <summary>What a number with a unit says of a signal. Kinds are never mixed: 3 V (rms) is not 3 V (peak to peak).</summary>
public enum UnitKind
{
    /// <summary>A value as such.</summary>
    Plain,

    /// <summary>A root mean square value, such as <c>Vrms</c>.</summary>
    Rms,

    /// <summary>A peak-to-peak value, such as <c>Vpp</c>.</summary>
    PeakToPeak,

    /// <summary>A peak value, such as <c>Vpk</c>.</summary>
    Peak,

    /// <summary>A temperature counted from the zero of its own scale, such as <c>°C</c>; differences are kelvin.</summary>
    Affine,

    /// <summary>A level in decibels, such as <c>dBm</c> (IEC 60027-3).</summary>
    Level,
}
