namespace LabTest.Engine.Documents;

/// <summary>One point.</summary>
/// <param name="Time">When its last value arrived.</param>
/// <param name="Index">Which point, from 0.</param>
/// <param name="Values">The values, as the descriptor says.</param>
internal sealed record EventDocument(Instant Time, int Index, IReadOnlyList<double> Values) : Document(Time);
