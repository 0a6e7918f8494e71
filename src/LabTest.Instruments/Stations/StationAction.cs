namespace LabTest.Instruments.Stations;

/// <summary>An action of an instrument.</summary>
/// <param name="Alias">The instrument.</param>
/// <param name="Channel">Which channel, from 0; -1 for the whole instrument.</param>
/// <param name="Action">The action; <c>safe_state</c> counts as one.</param>
internal sealed record StationAction(string Alias, int Channel, string Action);
