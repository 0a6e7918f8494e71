using LabTest.Instruments.Profiles.Compiling;

namespace LabTest.Instruments.Profiles;

/// <summary>Both ends of a range, in the parameter's unit.</summary>
/// <param name="Low">The lowest value.</param>
/// <param name="High">The highest value.</param>
/// <param name="LowText">The lowest value as the profile writes it: a number or a formula.</param>
/// <param name="HighText">The highest value as the profile writes it.</param>
internal sealed record RangeEnds(Func<EvaluationContext, double> Low, Func<EvaluationContext, double> High, string LowText, string HighText)
{
    /// <summary>As part of a sentence: <c>0 V to 30 / gain</c>; what depends on other parameters as its formula.</summary>
    public string Describe(string? channel, Unit unit) => $"{Describe(Low, LowText, channel, unit)} to {Describe(High, HighText, channel, unit)}";

    /// <summary>What an end is on a channel; none where it depends on other parameters, and so can only be known live.</summary>
    public static double? Constant(Func<EvaluationContext, double> end, string? channel)
    {
        try
        {
            return end(ConstantContext.Of(channel));
        }
        catch (NotConstantException)
        {
            return null;
        }
    }

    private static string Describe(Func<EvaluationContext, double> end, string text, string? channel, Unit unit) =>
        Constant(end, channel) is { } value ? new Quantity(value, unit).ToString() : text;
}
