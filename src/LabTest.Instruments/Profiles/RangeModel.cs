namespace LabTest.Instruments.Profiles;

/// <summary>The lowest and highest value of a parameter; they may depend on the channel and on other parameters.</summary>
internal sealed class RangeModel(Func<string?, RangeEnds?> endsOf)
{
    /// <summary>The ends for a channel; none where the profile gives none for it.</summary>
    public RangeEnds? EndsOf(string? channel) => endsOf(channel);
}
