namespace LabTest.Instruments.Stations;

/// <summary>An action of an instrument.</summary>
/// <param name="Alias">The instrument.</param>
/// <param name="Channel">Which channel, from 0; -1 for the whole instrument.</param>
/// <param name="Action">The action; <c>safe_state</c> counts as one.</param>
internal sealed record StationAction(string Alias, int Channel, string Action)
{
    private const string SafeState = "safe_state";

    public bool IsSafeState => Action == SafeState;

    /// <summary>The safe state of an instrument.</summary>
    public static StationAction SafeStateOf(string alias) => new(alias, -1, SafeState);
}
