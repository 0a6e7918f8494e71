namespace LabTest.Engine.Documents;

/// <summary>A plan has ended.</summary>
/// <param name="Time">When.</param>
/// <param name="Exit">Whether it came to its end.</param>
/// <param name="Reason">Why not.</param>
internal sealed record StopDocument(Instant Time, ExitStatus Exit, string? Reason) : Document(Time);
