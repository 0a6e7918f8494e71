using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>A fault that is switched on: it counts the headers it watches and says when it happens.</summary>
internal sealed class Fault(FaultModel model, ulong noiseKey)
{
    private ulong _occurrences;

    public FaultEffect Effect => model.Spec.Effect;

    /// <summary>The SCPI error; none where the profile gives none.</summary>
    public int? Code => model.Spec.Code;

    /// <summary>How much later the answer comes.</summary>
    public TimeSpan Delay => model.Delay;

    /// <summary>Whether it happens now, on this header.</summary>
    public bool Strikes(string spelling)
    {
        if (!model.On.Fits(spelling))
            return false;
        var occurrence = ++_occurrences;
        var spec = model.Spec;
        if (spec.Nth is { } nth)
            return occurrence == (ulong)nth;
        if (spec.Every is { } every)
            return occurrence % (ulong)every == 0;
        return spec.Probability is not { } probability || Noise.Uniform(noiseKey, occurrence) < probability;
    }

    /// <summary>What becomes of an answer.</summary>
    public ReadOnlyMemory<byte> Spoil(SimulatedAnswer answer) => Effect switch
    {
        FaultEffect.Garble when answer.Bytes.Span.StartsWith("#"u8) => answer.Bytes[..(answer.Bytes.Length / 2)],
        FaultEffect.Garble => "?\u0015~garbled"u8.ToArray(),
        FaultEffect.Nan => System.Text.Encoding.Latin1.GetBytes(answer.Overload ?? NumericData.Write(double.NaN)),
        _ => answer.Bytes,
    };
}
