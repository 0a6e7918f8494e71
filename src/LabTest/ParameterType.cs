namespace LabTest;

/// <summary>What values a parameter has.</summary>
public enum ParameterType
{
    /// <summary>A number, perhaps with a unit.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>On or off.</summary>
    Bool,

    /// <summary>One of a list of names.</summary>
    Enum,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>A trace of values.</summary>
    Waveform,
}
