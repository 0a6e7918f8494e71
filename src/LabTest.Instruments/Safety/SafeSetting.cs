using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Safety;

/// <summary>What a safe state sets.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Channel">The channel, from 0; -1 for a parameter of the instrument.</param>
/// <param name="Value">What it is set to.</param>
internal sealed record SafeSetting(ParameterModel Parameter, int Channel, ParameterValue Value)
{
    /// <summary>Whether a command comes after it that may reset it, such as <c>*RST</c>.</summary>
    public bool MayBeReset { get; init; }

    public bool IsReadable => Parameter.Get is not null;
}
