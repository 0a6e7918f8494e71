namespace LabTest.Engine.Documents;

/// <summary>A plan begins.</summary>
/// <param name="Time">When.</param>
/// <param name="Plan">What is done, such as <c>scan</c>.</param>
/// <param name="Name">The name its data is recorded under.</param>
/// <param name="Points">How many events there will be; none where that is not known.</param>
internal sealed record StartDocument(Instant Time, string Plan, string Name, int? Points) : Document(Time);
