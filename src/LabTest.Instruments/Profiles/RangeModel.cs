using LabTest.Instruments.Stations;

namespace LabTest.Instruments.Profiles;

/// <summary>The lowest and highest value of a parameter; they may depend on the channel and on other parameters.</summary>
internal sealed class RangeModel(Func<string?, RangeEnds?> endsOf)
{
    /// <summary>The ends for a channel; none where the profile gives none for it.</summary>
    public RangeEnds? EndsOf(string? channel) => endsOf(channel);

    /// <summary>The ends for a channel as numbers; none where they depend on other parameters, and so can only be known live.</summary>
    public Bound? Constant(string? channel) =>
        endsOf(channel) is { } ends && RangeEnds.Constant(ends.Low, channel) is { } low && RangeEnds.Constant(ends.High, channel) is { } high ? new Bound(low, high) : null;
}
