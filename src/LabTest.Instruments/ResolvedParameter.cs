using LabTest.Instruments.Profiles;

namespace LabTest.Instruments;

/// <summary>What a path names.</summary>
/// <param name="Path">The path, with the channel as the station names it.</param>
/// <param name="Instrument">The instrument.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Channel">The channel, from 0; -1 for a parameter of the instrument.</param>
internal sealed record ResolvedParameter(ParameterPath Path, Instrument Instrument, ParameterModel Parameter, int Channel)
{
    /// <summary>The path as it is written, made once.</summary>
    public string PathText { get; } = Path.ToString();
}
