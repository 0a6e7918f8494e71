namespace LabTest.Instruments.Safety;

/// <summary>What came of making an instrument safe.</summary>
/// <param name="Alias">The instrument.</param>
/// <param name="Action">What was done: <c>safe_state</c>, or an action that the station asks for.</param>
/// <param name="Sign">How it is known.</param>
internal sealed record SafeStateOutcome(string Alias, string Action, SafetySign Sign)
{
    /// <summary>Why there is no sign; null where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>What failed; null where nothing did.</summary>
    public InstrumentException? Failure { get; init; }
}
