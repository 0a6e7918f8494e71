using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Simulation;

/// <summary>A fault that is switched on: it counts the headers it watches and says when it happens.</summary>
internal sealed class Fault(FaultModel model, ulong noiseKey)
{
    private ulong _occurrences;

    public FaultSpec Spec => model.Spec;

    /// <summary>Whether it happens now, on this header.</summary>
    public bool Strikes(string spelling)
    {
        if (!model.On.Variants().Any(v => model.On.Spellings(v).Any(s => spelling.StartsWith(s.TrimEnd('?'), StringComparison.Ordinal))))
            return false;
        var occurrence = ++_occurrences;
        if (Spec.Nth is { } nth)
            return occurrence == (ulong)nth;
        if (Spec.Every is { } every)
            return occurrence % (ulong)Math.Max(1, every) == 0;
        return Spec.Probability is not { } probability || Noise.Uniform(noiseKey, occurrence) < probability;
    }
}
