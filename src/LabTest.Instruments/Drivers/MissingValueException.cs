using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Drivers;

/// <summary>A formula needs the value of a parameter that is not known yet; the driver reads it and tries again.</summary>
internal sealed class MissingValueException(ParameterModel parameter) : Exception
{
    public ParameterModel Parameter { get; } = parameter;
}
