namespace LabTest.Instruments.Profiles.Steps;

/// <summary>Reads a parameter until it has a value.</summary>
internal sealed record UntilStep(ParameterModel Parameter, ParameterValue Value, TimeSpan Timeout, TimeSpan Every) : ActionStep
{
    /// <summary>How often it is read where the profile does not say.</summary>
    public static TimeSpan PollEvery { get; } = TimeSpan.FromMilliseconds(100);
}
