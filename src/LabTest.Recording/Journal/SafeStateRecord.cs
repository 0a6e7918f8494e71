namespace LabTest.Recording.Journal;

/// <summary>How an instrument was left when the station was closed.</summary>
/// <param name="Alias">The instrument.</param>
/// <param name="Action">What was done: <c>safe_state</c>, or an action that the station asks for.</param>
/// <param name="Sign">
/// How it is known, best first: <c>read_back</c>, <c>error_queue</c>, <c>operation_complete</c>, <c>acknowledged</c>; <c>sent</c> for an action that is no safe state; <c>none</c> for an instrument that can
/// give no sign, <c>unconfirmed</c> for one that gave none.
/// </param>
/// <param name="Reason">Why there is no sign.</param>
internal sealed record SafeStateRecord(string Alias, string Action, string Sign, string? Reason)
{
    public const string NoSign = "none";

    public const string NotConfirmed = "unconfirmed";
}
