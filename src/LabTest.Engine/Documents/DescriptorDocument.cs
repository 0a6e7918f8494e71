namespace LabTest.Engine.Documents;

/// <summary>What every event that follows holds.</summary>
/// <param name="Time">When.</param>
/// <param name="Keys">The values of an event, in order; the first ones are what was set.</param>
internal sealed record DescriptorDocument(Instant Time, IReadOnlyList<DataKey> Keys) : Document(Time);
