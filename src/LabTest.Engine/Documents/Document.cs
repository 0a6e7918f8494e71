namespace LabTest.Engine.Documents;

/// <summary>What a plan emits, after bluesky's event model: <see cref="StartDocument"/>, <see cref="DescriptorDocument"/>, <see cref="EventDocument"/>, <see cref="StopDocument"/>.</summary>
/// <param name="Time">When.</param>
internal abstract record Document(Instant Time);
