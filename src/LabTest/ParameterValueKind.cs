namespace LabTest;

/// <summary>The forms of a <see cref="ParameterValue"/>.</summary>
public enum ParameterValueKind
{
    /// <summary>A number without a unit, counted in the parameter's own.</summary>
    Number,

    /// <summary>A number with its unit.</summary>
    Quantity,

    /// <summary>On or off.</summary>
    Flag,

    /// <summary>A text or a name.</summary>
    Text,
}
